using System.Diagnostics;
using Tortue.Cli.Files;

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
            Environment =
            {
                ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1",
                ["GITHUB_ACTIONS"] = "true",
                ["TERM"] = "xterm-256color",
                [CacheFolder.Variable] = TestCourse.CacheOf(workingDirectory),
            },
        })!;

    /// <summary>Whether a process was started with interrupts switched off; where the system does not tell, no.</summary>
    public static bool IgnoresInterrupts(Process process)
    {
        const string Field = "SigIgn:";
        var status = $"/proc/{process.Id}/status";
        var ignored = File.Exists(status) ? File.ReadLines(status).FirstOrDefault(line => line.StartsWith(Field, StringComparison.Ordinal)) : null;
        return ignored is not null && (Convert.ToUInt64(ignored[Field.Length..].Trim(), 16) & 0b10) != 0;
    }

    /// <summary>What a process leaves when it ends; one that does not end in its test's time is ended with it.</summary>
    public static async Task<CommandResult> EndAsync(Process process)
    {
        var cancellationToken = Xunit.TestContext.Current.CancellationToken;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var messages = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return new CommandResult(process.ExitCode, await output, await messages);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
