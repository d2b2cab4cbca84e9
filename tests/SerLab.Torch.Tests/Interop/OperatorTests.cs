using System.Reflection;
using TorchSharp.Interop;

namespace SerLab.Torch.Tests.Interop;

[Trait("Kind", "law")]
public sealed class OperatorTests
{
    [Fact]
    public void Every_operator_that_the_library_names_is_in_this_libtorch()
    {
        var operators = typeof(Op).Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public))
            .Where(field => field.FieldType == typeof(Op)).Select(field => (Op)field.GetValue(null)!).ToList();
        Assert.True(operators.Count > 200, $"only {operators.Count} operators found");
        Assert.All(operators, op => op.Find());
    }
}
