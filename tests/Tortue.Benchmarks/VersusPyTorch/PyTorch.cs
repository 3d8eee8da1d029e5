using System.Diagnostics;
using System.Globalization;

namespace Tortue.Benchmarks.VersusPyTorch;

/// <summary>The other side: a Python process that does the same work when it is told to.</summary>
internal sealed class PyTorch : IDisposable
{
    /// <summary>What to do where there is no PyTorch.</summary>
    public const string Advice =
        "No Python that can import torch was found, so only our side is measured: install it with apt install python3-torch " +
        "libopenblas0-pthread (Debian, Ubuntu) or pip install torch (elsewhere), or name the interpreter with --python.";

    private static readonly string[] Interpreters = ["python3", "/usr/bin/python3", "python"];

    private readonly Process _process;

    private PyTorch(Process process, string python, string version) => (_process, Python, Version) = (process, python, version);

    /// <summary>The interpreter.</summary>
    public string Python { get; }

    /// <summary>The versions of PyTorch, of its BLAS and of the processor that it sees.</summary>
    public string Version { get; }

    /// <summary>Starts it with the first interpreter that has PyTorch.</summary>
    /// <param name="python">The interpreter; null to look for one.</param>
    /// <param name="threads">Threads that it may use.</param>
    /// <param name="spinCount">How long OpenMP's threads wait for more work before they sleep; null for as long as they like.</param>
    /// <returns>Null where there is none.</returns>
    public static PyTorch? Start(string? python, int threads, string? spinCount)
    {
        string script;
        using (var reader = new StreamReader(typeof(PyTorch).Assembly.GetManifestResourceStream("versus_pytorch.py")!))
            script = reader.ReadToEnd();
        foreach (string interpreter in python is null ? Interpreters : [python])
        {
            if (Start(interpreter, threads, spinCount, "-c", script, threads.ToString(CultureInfo.InvariantCulture)) is not { } process)
                continue;
            if (process.StandardOutput.ReadLine() is { } version)
                return new(process, interpreter, version);
            process.Dispose();
        }

        return null;
    }

    /// <summary>Starts an interpreter whose allocator and libraries are at their best.</summary>
    /// <param name="python">The interpreter.</param>
    /// <param name="threads">Threads that it may use.</param>
    /// <param name="spinCount">How long OpenMP's threads wait for more work before they sleep; null for as long as they like.</param>
    /// <param name="arguments">The interpreter's arguments.</param>
    /// <returns>Null where there is no such program.</returns>
    public static Process? Start(string python, int threads, string? spinCount, params string[] arguments)
    {
        var start = new ProcessStartInfo(python, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var variables = start.Environment;
        foreach (string name in Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(IsTuning))
            variables.Remove(name);

        // Memory stays with the process instead of being given back and fetched page by page: doubles the speed of its convolutions.
        variables["MALLOC_MMAP_MAX_"] = "0";
        variables["MALLOC_TRIM_THRESHOLD_"] = "8000000000";
        variables["MALLOC_TOP_PAD_"] = "268435456";
        variables["OMP_NUM_THREADS"] = variables["OPENBLAS_NUM_THREADS"] = threads.ToString(CultureInfo.InvariantCulture);

        // OpenBLAS's threads would wait for more work a tenth of a second, on cores that the other side wants.
        variables["OPENBLAS_THREAD_TIMEOUT"] = "23";
        if (spinCount is not null)
            variables["GOMP_SPINCOUNT"] = spinCount;
        try
        {
            var process = Process.Start(start)!;
            process.ErrorDataReceived += static (_, _) => { };
            process.BeginErrorReadLine();
            return process;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    /// <summary>Builds a row's work and does it three times.</summary>
    /// <param name="row">The row's name.</param>
    /// <returns>The mean absolute value of the third result.</returns>
    public double Prepare(string row) => Ask($"prepare {row}");

    /// <summary>Does the work of the row that was prepared last.</summary>
    /// <param name="runs">How often.</param>
    /// <returns>How many seconds that took.</returns>
    public double Seconds(int runs) => Ask(string.Create(CultureInfo.InvariantCulture, $"time {runs}"));

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static bool IsTuning(string name) =>
        name.StartsWith("OPENBLAS_", StringComparison.Ordinal) || name.Contains("OMP_", StringComparison.Ordinal);

    private double Ask(string command)
    {
        _process.StandardInput.WriteLine(command);
        _process.StandardInput.Flush();
        string answer = _process.StandardOutput.ReadLine() ?? throw new IOException($"PyTorch ended at the command '{command}'.");
        return double.Parse(answer, CultureInfo.InvariantCulture);
    }
}
