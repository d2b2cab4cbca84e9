using SerLab.Kernel.Jupyter;
using Xunit.MicrosoftTestingPlatform;

namespace SerLab.Kernel.Tests;

/// <summary>Runs the tests, or with <c>kernel run FILE</c> is the kernel under test.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        if (args is not ["kernel", "run", var connection])
            return await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions);
        await KernelHost.RunAsync(connection);
        return 0;
    }
}
