using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Tortue.Cli.Processes;

/// <summary>This program, to be started once more.</summary>
internal static class OwnProgram
{
    private static readonly string Assembly = typeof(OwnProgram).Assembly.Location;

    // The runtime is in shared/Microsoft.NETCore.App/VERSION/ of its installation.
    private static readonly string Dotnet = Path.Combine(
        Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..")),
        OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");

    /// <summary>A start of this program, by its executable or, where that is not beside it, by <c>dotnet</c>.</summary>
    /// <param name="words">The words of its command line.</param>
    public static ProcessStartInfo Start(IEnumerable<string> words)
    {
        var executable = Path.ChangeExtension(Assembly, OperatingSystem.IsWindows() ? ".exe" : null);
        return File.Exists(executable)
            ? new ProcessStartInfo(executable, words)
            : new ProcessStartInfo(Dotnet, ["exec", Assembly, .. words]);
    }

    /// <summary>
    /// What starts this program whatever the surroundings: <c>dotnet</c> by its full path, because programs with windows often do not have
    /// the PATH of a terminal and the executable alone does not find every installation; the executable where it brings its own runtime.
    /// </summary>
    public static IReadOnlyList<string> FullPaths() =>
        Assembly.Length > 0 && File.Exists(Dotnet) ? [Dotnet, Assembly] : [Environment.ProcessPath!];
}
