using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using Xunit;

namespace Tortue.Cli.Tests.Clients;

/// <summary>The Python whose Jupyter tries the kernel: the one that TORTUE_PYTHON names, else the system's, else the first on PATH.</summary>
internal static class SystemPython
{
    private const string Variable = "TORTUE_PYTHON";
    private static readonly ConcurrentDictionary<string, string?> Found = new();

    /// <summary>An interpreter that can import a module; skips the calling test where there is none.</summary>
    /// <param name="module">The module's name, such as nbclient.</param>
    /// <param name="package">Debian's package that holds it.</param>
    public static string With(string module, string package)
    {
        if (Found.GetOrAdd(module, Find) is { } python) return python;
        Assert.Skip($"No Python with {module}: install it with 'apt install {package}', or name a Python that has it in {Variable}.");
        return null;
    }

    private static string? Find(string module)
    {
        string[] interpreters = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named
            ? [named]
            : ["/usr/bin/python3", "python3", "python"];
        return interpreters.FirstOrDefault(interpreter => Has(interpreter, module));
    }

    private static bool Has(string interpreter, string module)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(interpreter, ["-c", $"import {module}"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            process.ErrorDataReceived += static (_, _) => { };
            process.BeginErrorReadLine();
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
