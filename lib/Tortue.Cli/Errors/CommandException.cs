namespace Tortue.Cli.Errors;

/// <summary>Ends a command with one sentence on standard error.</summary>
/// <param name="message">What, where, and what to do.</param>
/// <param name="exitCode">One of <see cref="ExitCode"/>.</param>
internal sealed class CommandException(string message, int exitCode = ExitCode.Failure) : Exception(message)
{
    /// <summary>What the process exits with.</summary>
    public int ExitCode { get; } = exitCode;
}
