using SerLab.Files;

namespace SerLab.Tests.Files;

[Trait("Kind", "law")]
public sealed class NearestWordTests
{
    [Theory]
    [InlineData("speker", "speaker")]
    [InlineData("SPEAKER", "speaker")]
    [InlineData("rndom", "random")]
    [InlineData("xyz", null)]
    public void The_word_with_the_fewest_changes_is_found(string word, string? expected) =>
        Assert.Equal(expected, NearestWord.Of(word, ["random", "speaker", "phrase"]));
}
