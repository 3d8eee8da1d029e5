using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Tortue.Cli.Grading;

/// <summary>This program, to be started once more.</summary>
internal static class OwnProgram
{
    /// <summary>A start of this program, by its executable or, where that is not beside it, by <c>dotnet</c>.</summary>
    /// <param name="words">The words of its command line.</param>
    public static ProcessStartInfo Start(IEnumerable<string> words)
    {
        var assembly = typeof(OwnProgram).Assembly.Location;
        var executable = Path.ChangeExtension(assembly, OperatingSystem.IsWindows() ? ".exe" : null);
        return File.Exists(executable)
            ? new ProcessStartInfo(executable, words)
            : new ProcessStartInfo(Dotnet(), ["exec", assembly, .. words]);
    }

    // The runtime is in shared/Microsoft.NETCore.App/VERSION/ of its installation.
    private static string Dotnet()
    {
        var installed = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        return Path.Combine(installed, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
    }
}
