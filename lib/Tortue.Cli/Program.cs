using System.Text;
using Tortue.Cli.Commands;
using Tortue.Cli.Errors;

namespace Tortue.Cli;

/// <summary>The entry point of the command <c>tortue</c>.</summary>
internal static class Program
{
    private static Task<int> Main(string[] args)
    {
        if (OperatingSystem.IsWindows()) Console.OutputEncoding = new UTF8Encoding(false);
        return RunAsync(args, CommandServices.ForProcess());
    }

    /// <summary>Runs one command line in this process.</summary>
    /// <param name="args">The words after <c>tortue</c>.</param>
    /// <param name="services">Where output goes, and what the commands work with.</param>
    /// <param name="cancellationToken">Does what Ctrl+C does.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    internal static Task<int> RunAsync(string[] args, CommandServices services, CancellationToken cancellationToken = default) =>
        new TortueCommandLine(services).RunAsync(args, cancellationToken);
}
