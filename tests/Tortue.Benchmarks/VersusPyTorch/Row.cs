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

    /// <summary>Whether the other side's products leave threads that spin on for a while.</summary>
    public bool LeavesSpinningThreads { get; init; }
}
