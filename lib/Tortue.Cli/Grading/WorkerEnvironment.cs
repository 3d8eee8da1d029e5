using System.Collections;
using System.Globalization;

namespace Tortue.Cli.Grading;

/// <summary>
/// The environment of a process that runs a student's code: what .NET needs to start, where temporary files and real data sets are, and
/// the language. Everything else, such as keys and tokens of the instructor's shell, stays out.
/// </summary>
internal static class WorkerEnvironment
{
    private static readonly HashSet<string> PassedOn = new(StringComparer.OrdinalIgnoreCase)
    {
        // Programs and homes, on Unix and on Windows.
        "PATH", "HOME", "USER", "LOGNAME", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "XDG_DATA_HOME", "XDG_CACHE_HOME",
        "SystemRoot", "SystemDrive", "windir", "ComSpec", "PATHEXT", "USERPROFILE", "LOCALAPPDATA", "APPDATA", "ProgramData",
        "ProgramFiles", "ProgramFiles(x86)", "ProgramW6432", "NUMBER_OF_PROCESSORS", "PROCESSOR_ARCHITECTURE",
        "LANG", "LANGUAGE", "TZ",
        "TORTUE_DATA",
    };

    private static readonly string[] PassedOnFamilies = ["DOTNET_", "LC_"];

    /// <summary>Fills the environment of a process to be started.</summary>
    /// <param name="environment">Its variables; those that are there are removed.</param>
    /// <param name="limits">What it may take, as far as .NET keeps to it by itself.</param>
    /// <param name="temporary">Its folder for temporary files.</param>
    public static void Fill(IDictionary<string, string?> environment, GradingLimits limits, string temporary)
    {
        environment.Clear();
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            var name = (string)variable.Key;
            if (PassedOn.Contains(name) || PassedOnFamilies.Any(family => name.StartsWith(family, StringComparison.OrdinalIgnoreCase)))
                environment[name] = (string?)variable.Value;
        }

        foreach (var name in new[] { "TMPDIR", "TMP", "TEMP" })
            environment[name] = temporary;
        environment["DOTNET_GCHeapHardLimit"] = limits.Heap.ToString("X", CultureInfo.InvariantCulture);
        environment["DOTNET_PROCESSOR_COUNT"] = limits.Processors.ToString("X", CultureInfo.InvariantCulture);
        // Sockets and dumps of processes that are killed would stay behind.
        environment["DOTNET_EnableDiagnostics"] = "0";
        environment["DOTNET_DbgEnableMiniDump"] = "0";
    }
}
