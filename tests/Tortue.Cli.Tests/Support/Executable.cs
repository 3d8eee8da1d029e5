using System.Diagnostics;

namespace Tortue.Cli.Tests.Support;

/// <summary>The built executable, in a process of its own.</summary>
internal static class Executable
{
    private static readonly string Name = OperatingSystem.IsWindows() ? "Tortue.Cli.exe" : "Tortue.Cli";

    public static string Folder => AppContext.BaseDirectory;

    public static async Task<CommandResult> RunAsync(string folder, string workingDirectory, params string[] args)
    {
        using var process = Start(folder, workingDirectory, args);
        return await EndAsync(process);
    }

    public static Process Start(string folder, string workingDirectory, params string[] args) =>
        Process.Start(new ProcessStartInfo(Path.Combine(folder, Name), args)
        {
            WorkingDirectory = workingDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // Words of the parser's own follow the language of the machine.
            Environment = { ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1", ["GITHUB_ACTIONS"] = "true", ["TERM"] = "xterm-256color" },
        })!;

    public static async Task<CommandResult> EndAsync(Process process)
    {
        var cancellationToken = Xunit.TestContext.Current.CancellationToken;
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var messages = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return new CommandResult(process.ExitCode, await output, await messages);
    }
}
