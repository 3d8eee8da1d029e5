using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Tortue.Benchmarks.KernelTimes;

/// <summary>The notebook kernel and Python's own, ipykernel, timed by the same client in one run, in turns.</summary>
internal static class KernelBenchmark
{
    private const string Usage = "kernel [--repetitions 5] [--python PATH]";
    private const string Program = "lib/Tortue.Cli/bin/Release/net10.0/Tortue.Cli.dll";
    private static readonly string[] Interpreters = ["/usr/bin/python3", "python3", "python"];

    /// <summary>Prints the table.</summary>
    /// <param name="arguments">As the usage says.</param>
    /// <returns>0; 1 when something is missing; 2 when the arguments are wrong.</returns>
    public static int Run(string[] arguments)
    {
        string repetitions = "5";
        string[] interpreters = Interpreters;
        for (int i = 0; i < arguments.Length; i += 2)
        {
            string? value = i + 1 < arguments.Length ? arguments[i + 1] : null;
            if (arguments[i] == "--repetitions" && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0)
                repetitions = value;
            else if (arguments[i] == "--python" && value is not null)
                interpreters = [value];
            else
                return Say(2, Usage);
        }

        string program = Path.GetFullPath(Program, Root());
        if (!File.Exists(program))
            return Say(1, $"{program} is not there: run 'dotnet build -c Release' first.");
        if (interpreters.FirstOrDefault(interpreter => Start(interpreter, null, "-c", "import jupyter_client, ipykernel") == 0) is not { } python)
            return Say(1, "No Python with jupyter_client and ipykernel: 'apt install python3-jupyter-client python3-ipykernel', or name one with --python.");

        var folder = Directory.CreateTempSubdirectory("tortue-kernel-");
        try
        {
            if (Start("dotnet", null, program, "kernel", "install", "--prefix", folder.FullName) != 0)
                return Say(1, "The kernel could not be installed.");
            Console.WriteLine($"Medians of {repetitions} starts in turns, on {RuntimeInformation.FrameworkDescription}.");
            string script = Path.Combine(folder.FullName, "kernel_times.py");
            using (var source = typeof(KernelBenchmark).Assembly.GetManifestResourceStream("kernel_times.py")!)
            using (var file = File.Create(script))
                source.CopyTo(file);
            return Start(python, Path.Combine(folder.FullName, "share", "jupyter"), script, repetitions, "tortue", "python3");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static int Say(int code, string sentence)
    {
        Console.Error.WriteLine(sentence);
        return code;
    }

    // A program's exit code; -1 where there is no such program. What it prints is shown where Jupyter's folder is given: only then is it the table.
    private static int Start(string program, string? jupyterPath, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = jupyterPath is null, RedirectStandardError = jupyterPath is null };
        start.Environment["PYDEVD_DISABLE_FILE_VALIDATION"] = "1"; // ipykernel's debugger would warn at each start
        if (jupyterPath is not null)
            start.Environment["JUPYTER_PATH"] = jupyterPath;
        try
        {
            using var process = Process.Start(start)!;
            if (jupyterPath is null)
            {
                process.ErrorDataReceived += static (_, _) => { };
                process.BeginErrorReadLine();
                process.StandardOutput.ReadToEnd();
            }

            process.WaitForExit();
            return process.ExitCode;
        }
        catch (Win32Exception)
        {
            return -1;
        }
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Tortue.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The benchmarks run outside of the repository.");
    }
}
