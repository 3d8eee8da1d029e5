namespace Tortue.Cli.Errors;

/// <summary>What the process says to the shell.</summary>
internal static class ExitCode
{
    /// <summary>Everything that was asked for is done.</summary>
    public const int Success = 0;

    /// <summary>A cell failed, or a file could not be read or written.</summary>
    public const int Failure = 1;

    /// <summary>The command line itself makes no sense.</summary>
    public const int Usage = 2;

    /// <summary>Ctrl+C: 128 + SIGINT, as shells have it.</summary>
    public const int Cancelled = 130;
}
