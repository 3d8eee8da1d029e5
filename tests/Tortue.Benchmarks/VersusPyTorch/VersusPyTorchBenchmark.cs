using System.Globalization;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Tortue.Benchmarks.VersusPyTorch;

/// <summary>The same work done by us and by PyTorch, in one run, in turns.</summary>
internal static class VersusPyTorchBenchmark
{
    private static readonly TimeSpan Repetition = TimeSpan.FromMilliseconds(20);

    // As long as the other side's threads may spin on; in a longer one the processor goes to sleep, and both sides wait for it.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(15);
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(500);

    /// <summary>Prints the table.</summary>
    /// <param name="arguments">As <see cref="VersusOptions.Usage"/> says.</param>
    /// <returns>0; 1 when the sides' results differ; 2 when the arguments are wrong.</returns>
    public static int Run(string[] arguments)
    {
        VersusOptions options;
        try
        {
            options = VersusOptions.Parse(arguments);
        }
        catch (FormatException exception)
        {
            return Refuse(exception.Message);
        }

        Row[] rows = [.. Rows.All.Where(row => options.Asks(row.Name))];
        if (rows.Length == 0 && !options.Asks(FirstGradient.Name))
            return Refuse($"There is no row '{options.Rows[0]}'. There are: {string.Join(", ", Rows.All.Select(row => row.Name))}.");

        string? python = WriteTitle(options);
        bool agree = true;
        var compiled = new HashSet<string>();
        foreach (int threads in options.Threads)
        {
            set_num_threads(threads);
            foreach (var group in rows.GroupBy(row => row.SpinCount))
            {
                using var theirs = python is null ? null : PyTorch.Start(python, threads, group.Key);
                foreach (var row in group)
                {
                    var warmUp = compiled.Add(row.Kind) ? Contender.Compilation : WarmUp;
                    agree &= Compare(row, threads, options.Repetitions, warmUp, theirs);
                }
            }
        }

        if (options.Asks(FirstGradient.Name))
            WriteFirstGradient(FirstGradient.Measure(options.Repetitions, python));
        return agree ? 0 : 1;
    }

#if TENSOR_ENGINE_TORCHSHARP
    private static string Registers => "TorchSharp's libtorch";
#else
    private static string Registers => $"{Tortue.Tensors.Kernels.KernelWidths.Best}";
#endif

    private static int Refuse(string sentence)
    {
        Console.Error.WriteLine(sentence);
        Console.Error.WriteLine(VersusOptions.Usage);
        return 2;
    }

    // The interpreter that has PyTorch, or null.
    private static string? WriteTitle(VersusOptions options)
    {
        using var theirs = PyTorch.Start(options.Python, options.Threads[0], null);
        Console.WriteLine($"Tortue on {RuntimeInformation.FrameworkDescription}, {Registers}");
        Console.WriteLine(theirs?.Version ?? PyTorch.Advice);
        Console.WriteLine($"Medians of {options.Repetitions} repetitions in turns; the ratio says how many times faster Tortue is.");
        Console.WriteLine();
        Console.WriteLine($"{"row",-16} {"threads",7} {"Tortue",12} {"PyTorch",12} {"ratio",7}  work");
        return theirs?.Python;
    }

    private static bool Compare(Row row, int threads, int repetitions, TimeSpan warmUp, PyTorch? theirs)
    {
        // Not ours alone: what the rows before left behind is no part of this one's time.
        GC.Collect();
        using var scope = NewDisposeScope();
        var work = row.Prepare();
        double ourValue = 0;
        for (int i = 0; i < 3; i++)
            ourValue = Value(work);
        List<Contender> contenders = [Contender.Here("Tortue", () =>
        {
            using var inner = NewDisposeScope();
            work();
        }) with { WarmUp = warmUp }];
        double theirValue = ourValue;
        if (theirs is not null)
        {
            theirValue = theirs.Prepare(row.Name);
            contenders.Add(new("PyTorch", theirs.Seconds));
        }

        Write(row.Name, $"{threads}", Race.Medians(contenders, repetitions, Repetition, Pause), row.Work);
        bool agree = Math.Abs(ourValue - theirValue) <= row.Tolerance * Math.Max(Math.Abs(ourValue), Math.Abs(theirValue));
        if (!agree)
            Console.WriteLine(Invariant($"{row.Name,-16} is not the same work: mean sizes of the results {ourValue} and {theirValue}"));
        return agree;
    }

    private static double Value(Func<Tensor> work)
    {
        using var scope = NewDisposeScope();
        return work().detach().to(float64).abs().mean().item<double>();
    }

    private static void WriteFirstGradient((double First, double Median)[] sides)
    {
        Write(FirstGradient.Name, "-", [.. sides.Select(side => side.Median)], "start of a process to the first gradient");
        Write(FirstGradient.Name, "-", [.. sides.Select(side => side.First)], "the same, the very first time");
    }

    private static void Write(string row, string threads, double[] seconds, string work)
    {
        string theirs = seconds.Length > 1 ? Duration(seconds[1]) : "-";
        string ratio = seconds.Length > 1 ? Invariant($"{seconds[1] / seconds[0]:F2}") : "-";
        Console.WriteLine($"{row,-16} {threads,7} {Duration(seconds[0]),12} {theirs,12} {ratio,7}  {work}");
    }

    private static string Duration(double seconds) => seconds switch
    {
        < 1e-3 => Invariant($"{seconds * 1e6:F2} us"),
        _ => Invariant($"{seconds * 1e3:F2} ms"),
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
