using Tortue.Display;
using Tortue.Experiments;

namespace Tortue.StochasticDepth;

/// <summary>What <see cref="StochasticDepthTime"/> measured.</summary>
/// <param name="Options">The settings.</param>
/// <param name="Run">Seed, engine, version and time; the threads are the engine's, inside an operation.</param>
/// <param name="Networks">Constant depth first, then one for each survival probability, last the one that skips nothing.</param>
[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed partial record StochasticDepthTimeResult(
    StochasticDepthTimeOptions Options, RunRecord Run, IReadOnlyList<StepTimes> Networks)
    : IExperimentResult
{
    /// <summary>A ratio of times is as expected if it is within this share of the expected one.</summary>
    public const double Near = 0.05;

    private StepTimes Constant => Networks[0];

    private IEnumerable<StepTimes> Skipping => Networks.Where(network => network.Skips && network.LastSurvival < 1);

    private StepTimes Masked => Networks.Single(network => !network.Skips);

    /// <summary>Whether the time of a step falls as the expected depth does, and only if blocks are really skipped.</summary>
    public Verdict Verdict()
    {
        var expected = Skipping.Select(network => (Measured: network.RatioTo(Constant), Share: Share(network))).ToArray();
        var masked = Masked.RatioTo(Constant);
        int held = expected.Count(pair => Math.Abs(pair.Measured.Ratio - pair.Share) <= Near * pair.Share)
            + (masked.Ratio >= 1 - Near ? 1 : 0);
        var parts = Skipping.Zip(expected, (network, pair) => Text.Format(
            StochasticDepthText.TimePart,
            network.LastSurvival,
            pair.Measured.Ratio,
            pair.Measured.StandardError,
            pair.Share,
            Cost.ExpectedRatio(Survivals(network))));
        return new(
            Experiments.Verdict.KindOf(held, expected.Length + 1),
            Text.Format(
                StochasticDepthText.TimeSentence, string.Join("; ", parts), masked.Ratio, masked.StandardError, Masked.LastSurvival),
            Text.Format(StochasticDepthText.TimeRule, 100 * Near, Options.Rounds, expected.Length + 1));
    }

    /// <summary>The expected share of the blocks that take part, E[L̃] / L.</summary>
    private double Share(StepTimes network) => SurvivalProbabilities.ExpectedDepth(Survivals(network)) / Options.Network.Blocks;

    private IReadOnlyList<double> Survivals(StepTimes network) => Survivals(network.LastSurvival);

    private IReadOnlyList<double> Survivals(double last) => SurvivalProbabilities.Of(Options.Rule, Options.Network.Blocks, last);

    private StepCost Cost => StepCost.Of(Options.Network, Options.Side);
}
