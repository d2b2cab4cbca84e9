using SerLab.Files;

namespace SerLab.Tests.Files;

[Trait("Kind", "reference")]
public sealed class ContentHashTests
{
    /// <summary>The example of FIPS 180-4 for SHA-256.</summary>
    private const string HashOfAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    [Fact]
    public void Text_bytes_and_file_give_the_standard_hash()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["abc"], "abc");

        Assert.Equal(HashOfAbc, ContentHash.OfText("abc"));
        Assert.Equal(HashOfAbc, ContentHash.OfBytes("abc"u8));
        Assert.Equal(HashOfAbc, ContentHash.OfFile(folder["abc"]));
        Assert.Throws<BadFileException>(() => ContentHash.OfFile(folder["none"]));
    }
}
