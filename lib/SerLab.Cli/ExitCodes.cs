namespace SerLab.Cli;

/// <summary>What the process answers to the shell; 0 is done.</summary>
internal static class ExitCodes
{
    public const int Failed = 1;
    public const int WrongUsage = 2;
    public const int Interrupted = 130;
}
