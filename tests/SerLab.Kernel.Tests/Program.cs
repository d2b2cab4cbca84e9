using SerLab.Kernel.Jupyter;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace SerLab.Kernel.Tests;

/// <summary>Runs the tests, or with <c>kernel run FILE</c> is the kernel under test.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        if (args is ["kernel", "run", var connection])
        {
            await KernelHost.RunAsync(connection);
            return 0;
        }
        return args.Contains("--server") || args.Contains("--internal-msbuild-node")
            ? await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
            : await ConsoleRunner.Run(args);
    }
}
