using Tortue.Experiments;
using Tortue.Models;

namespace Tortue.Gradients;

/// <summary>What <see cref="TrainabilityMap"/> measured.</summary>
/// <param name="Options">The settings.</param>
/// <param name="Run">Seed, engine, version and time.</param>
/// <param name="Classes">Number of classes; guessing is right once in so many.</param>
/// <param name="Rows">One for each activation and depth.</param>
public sealed partial record TrainabilityMapResult(
    TrainabilityMapOptions Options, RunRecord Run, int Classes, IReadOnlyList<TrainabilityRow> Rows) : IExperimentResult
{
    /// <summary>Networks that classify at least this share of the images right have been trained.</summary>
    public const double Trained = 0.9;

    /// <summary>The gain at which χ = 1, so that errors neither vanish nor explode: √2 for ReLU, 1 for activations that are the identity
    /// near 0; for other activations none.</summary>
    /// <param name="activation">The activation.</param>
    public static double? CriticalGain(Activation activation) => activation switch
    {
        { MeanSquareGain: { } gain } => 1 / Math.Sqrt(gain),
        { IsOdd: true } => 1 / activation.Derivative(0.0),
        _ => null,
    };

    /// <summary>
    /// Whether the gains that train deepest bracket the critical one, and whether the depth that still trains falls on both sides of it.
    /// Activations without a critical gain are left out.
    /// </summary>
    public Verdict Verdict()
    {
        var parts = new List<(bool Held, string Sentence)>();
        foreach (var activation in Options.Activations)
        {
            if (CriticalGain(activation) is not { } critical)
                continue;
            int[] depths = [.. Enumerable.Range(0, Options.Gains.Count).Select(gain => TrainableDepth(activation, gain))];
            int deepest = depths.Max(), first = Array.IndexOf(depths, deepest), last = Array.LastIndexOf(depths, deepest);
            double low = Options.Gains[Math.Max(first - 1, 0)], high = Options.Gains[Math.Min(last + 1, depths.Length - 1)];
            parts.Add((
                deepest > 0 && low <= critical && critical <= high,
                Text.Format(GradientsText.DeepestGains, activation, deepest, Options.Gains[first], Options.Gains[last], critical)));
            var below = depths.Where((_, gain) => Options.Gains[gain] < critical).Reverse().ToArray();
            var above = depths.Where((_, gain) => Options.Gains[gain] > critical).ToArray();
            parts.Add((Falls(below, deepest), Text.Format(GradientsText.BelowCritical, activation, string.Join(", ", below.Reverse()))));
            parts.Add((Falls(above, deepest), Text.Format(GradientsText.AboveCritical, activation, string.Join(", ", above))));
        }

        return new(
            Experiments.Verdict.KindOf(parts.Count(part => part.Held), parts.Count),
            string.Join("; ", parts.Select(part => part.Held ? part.Sentence : Text.Format(GradientsText.NotSo, part.Sentence))) + ".",
            Text.Format(GradientsText.TrainabilityRule, Trained));
    }

    /// <summary>The largest depth up to which all networks with a gain are trained; 0 where not even the shallowest are.</summary>
    private int TrainableDepth(Activation activation, int gain) => RowsOf(activation)
        .TakeWhile(row => row.Accuracy[gain] >= Trained)
        .Select(row => row.Depth)
        .LastOrDefault();

    private IEnumerable<TrainabilityRow> RowsOf(Activation activation) =>
        Rows.Where(row => row.Activation == activation).OrderBy(row => row.Depth);

    // Nowhere deeper further out, and at the end less deep than at the best gain.
    private static bool Falls(int[] outwards, int deepest) => outwards.Length > 0 && outwards[^1] < deepest
        && outwards.Zip(outwards.Skip(1)).All(pair => pair.Second <= pair.First);
}
