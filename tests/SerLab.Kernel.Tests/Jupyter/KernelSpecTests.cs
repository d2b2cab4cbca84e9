using System.Text.Json.Nodes;
using SerLab.Kernel.Jupyter;

namespace SerLab.Kernel.Tests.Jupyter;

[Trait("Kind", "law")]
public sealed class KernelSpecTests : IDisposable
{
    private readonly Folder _folder = new();

    [Fact]
    public void The_file_starts_the_given_command()
    {
        var path = KernelSpec.Install(_folder.Path, KernelSpec.DefaultName, ["/opt/serlab"]);
        Assert.Equal(_folder.At("share/jupyter/kernels/.net-csharp/kernel.json"), path);
        var spec = JsonNode.Parse(File.ReadAllText(path))!;
        Assert.Equal(
            ["/opt/serlab", "kernel", "run", "{connection_file}"],
            spec["argv"]!.AsArray().Select(one => one!.ToString()));
        Assert.Equal("message", spec["interrupt_mode"]!.ToString());
        KernelSpec.Install(_folder.Path, KernelSpec.DefaultName, ["/opt/other"]);
        Assert.Contains("/opt/other", File.ReadAllText(path));
    }

    [Theory]
    [InlineData("""{"argv": ["other"]}""")]
    [InlineData("not json")]
    public void A_foreign_kernel_is_replaced_only_by_force(string foreign)
    {
        var path = _folder.Write("share/jupyter/kernels/x/kernel.json", foreign);
        Assert.Throws<KernelException>(() => KernelSpec.Install(_folder.Path, "x", ["/opt/serlab"]));
        Assert.Equal(foreign, File.ReadAllText(path));
        KernelSpec.Install(_folder.Path, "x", ["/opt/serlab"], force: true);
        Assert.Contains("serlab", File.ReadAllText(path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../x")]
    public void A_name_that_is_a_path_is_refused(string name)
        => Assert.Throws<KernelException>(() => KernelSpec.Install(_folder.Path, name, ["/opt/serlab"]));

    public void Dispose() => _folder.Dispose();
}
