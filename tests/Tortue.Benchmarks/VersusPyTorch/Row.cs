using static TorchSharp.torch;

namespace Tortue.Benchmarks.VersusPyTorch;

/// <summary>One piece of work that both sides do.</summary>
/// <param name="Name">Its name on the command line, and in the script of the other side.</param>
/// <param name="Work">What it is, in a few words.</param>
/// <param name="Prepare">Builds what the work needs; what comes back does it once and gives a result to compare.</param>
internal sealed record Row(string Name, string Work, Func<Func<Tensor>> Prepare)
{
    /// <summary>The name's first word: rows of one kind run the same code.</summary>
    public string Kind => Name.Split('-')[0];

    /// <summary>By what share the sides' results may differ; more where each draws its own numbers. Default: 0.001.</summary>
    public double Tolerance { get; init; } = 1e-3;

    /// <summary>
    /// How long the other side's OpenMP threads wait before they sleep, as GOMP_SPINCOUNT says it, where it is fastest with less than
    /// their usual milliseconds: they are in the way of OpenBLAS's threads, which makes some networks twenty times slower. Elementwise work
    /// suffers from waking them.
    /// </summary>
    public string? SpinCount { get; init; }
}
