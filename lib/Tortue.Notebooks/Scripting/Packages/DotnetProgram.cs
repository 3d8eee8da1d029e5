using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace Tortue.Notebooks.Scripting.Packages;

/// <summary>The program <c>dotnet</c> of an SDK.</summary>
internal static class DotnetProgram
{
    private static readonly string FileName = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";

    // What a build sets for its own children would lead this one to other files.
    private static readonly string[] Misleading = ["MSBuildSDKsPath", "MSBuildExtensionsPath", "MSBUILD_EXE_PATH", "MSBuildLoadMicrosoftTargetsReadOnly"];

    /// <summary>
    /// The program beside which an SDK lies: of the runtime that this process runs on, of DOTNET_ROOT, or of the PATH; where none has
    /// an SDK, the first that there is.
    /// </summary>
    public static string Find()
    {
        string?[] folders =
        [
            Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..")),
            Environment.GetEnvironmentVariable("DOTNET_ROOT"),
            .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator),
        ];
        var programs = folders.Where(folder => !string.IsNullOrEmpty(folder)).Select(folder => Path.Combine(folder!, FileName)).Where(File.Exists).ToList();
        return programs.Find(program => Directory.Exists(Path.Combine(RealFolder(program), "sdk"))) ?? programs.FirstOrDefault() ?? FileName;
    }

    /// <summary>Runs the program to its end, and ends it with its children where it is to be stopped.</summary>
    /// <param name="program">The path of <c>dotnet</c>.</param>
    /// <param name="arguments">The words of its command line.</param>
    /// <param name="folder">Where it runs.</param>
    /// <param name="cancellation">Kills it.</param>
    /// <returns>Its exit code and all that it wrote.</returns>
    /// <exception cref="Win32Exception">There is no such program.</exception>
    /// <exception cref="OperationCanceledException">It was stopped, and has ended.</exception>
    public static async Task<(int Code, string Output)> RunAsync(
        string program, IEnumerable<string> arguments, string folder, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            CreateNoWindow = true,
            Environment =
            {
                ["DOTNET_CLI_UI_LANGUAGE"] = "en",
                ["DOTNET_NOLOGO"] = "1",
                ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
                ["MSBUILDDISABLENODEREUSE"] = "1",
            },
        };
        foreach (var variable in Misleading)
            start.Environment.Remove(variable);

        var text = new StringBuilder();
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += Take;
        process.ErrorDataReceived += Take;
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
            throw;
        }

        lock (text)
            return (process.ExitCode, text.ToString());

        void Take(object sender, DataReceivedEventArgs line)
        {
            lock (text)
                text.Append(line.Data).Append('\n');
        }
    }

    // /usr/bin/dotnet is a link to where the SDK is.
    private static string RealFolder(string program) =>
        Path.GetDirectoryName(File.ResolveLinkTarget(program, returnFinalTarget: true)?.FullName ?? program)!;
}
