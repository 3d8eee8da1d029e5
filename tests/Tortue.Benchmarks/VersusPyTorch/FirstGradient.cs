using System.Diagnostics;
using System.Globalization;
using static TorchSharp.torch;

namespace Tortue.Benchmarks.VersusPyTorch;

/// <summary>How long it takes from the start of a process to the first gradient.</summary>
internal static class FirstGradient
{
    /// <summary>The row's name, and the argument that makes this program one that computes a gradient and ends.</summary>
    public const string Name = "first-gradient";

    private const string Script =
        "import torch; l = torch.nn.Linear(4, 3); l(torch.ones(2, 4)).sum().backward(); print(l.weight.grad.sum().item())";

    /// <summary>Computes a gradient and prints its sum, 24 (twice one for each of 12 weights).</summary>
    public static void Run()
    {
        var layer = nn.Linear(4, 3);
        layer.forward(ones(2, 4)).sum().backward();
        Console.WriteLine(layer.weight.grad!.sum().item<float>().ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The median seconds of both sides, alternating; the first run of each, when files may not be in memory yet, aside.</summary>
    /// <param name="repetitions">How often each is timed.</param>
    /// <param name="python">The interpreter with PyTorch; null for our side only.</param>
    public static (double First, double Median)[] Measure(int repetitions, string? python)
    {
        List<Func<Process>> sides = [Ours];
        if (python is not null)
            sides.Add(() => PyTorch.Start(python, Environment.ProcessorCount, null, "-c", Script)!);
        var seconds = sides.Select(_ => new double[repetitions + 1]).ToArray();
        for (int r = 0; r <= repetitions; r++)
        {
            for (int i = 0; i < sides.Count; i++)
                seconds[i][r] = Seconds(sides[i]);
        }

        return [.. seconds.Select(side => (side[0], Race.Median(side[1..])))];
    }

    // The program as its users start it: by its own executable where there is one.
    private static Process Ours()
    {
        string program = Path.Combine(AppContext.BaseDirectory, "Tortue.Benchmarks");
        string executable = OperatingSystem.IsWindows() ? program + ".exe" : program;
        return Process.Start(File.Exists(executable)
            ? new ProcessStartInfo(executable, [Name]) { RedirectStandardOutput = true }
            : new ProcessStartInfo("dotnet", [program + ".dll", Name]) { RedirectStandardOutput = true })!;
    }

    private static double Seconds(Func<Process> start)
    {
        long begin = Stopwatch.GetTimestamp();
        using var process = start();
        string? line = process.StandardOutput.ReadLine();
        double seconds = Stopwatch.GetElapsedTime(begin).TotalSeconds;
        process.WaitForExit();
        return double.TryParse(line, CultureInfo.InvariantCulture, out double sum) && sum == 24
            ? seconds
            : throw new InvalidOperationException($"The first gradient's sum is 24, not '{line}'.");
    }
}
