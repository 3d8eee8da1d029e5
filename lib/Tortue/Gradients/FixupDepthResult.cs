using Tortue.Experiments;
using Tortue.Models;

namespace Tortue.Gradients;

/// <summary>What <see cref="FixupDepth"/> measured.</summary>
/// <param name="Options">The settings.</param>
/// <param name="Run">Seed, engine, version and time.</param>
/// <param name="Classes">Number of classes; guessing is right once in so many.</param>
/// <param name="Trainings">One for each scheme, depth and seed.</param>
public sealed partial record FixupDepthResult(
    FixupDepthOptions Options, RunRecord Run, int Classes, IReadOnlyList<FixupTraining> Trainings)
    : IExperimentResult
{
    /// <summary>Fixup does as well as batch norm where its accuracy is at most so far below.</summary>
    public const double AsGood = 0.1;

    /// <summary>The accuracies of the networks of one scheme and depth in a few statistics; those that diverged count as guessing.</summary>
    /// <param name="scheme">One of the schemes.</param>
    /// <param name="depth">One of the depths of the settings.</param>
    public SampleSummary Accuracy(ResidualScheme scheme, int depth) =>
        SampleSummary.Of(Of(scheme, depth).Select(training => training.Accuracy));

    /// <summary>How many networks of one scheme and depth diverged.</summary>
    /// <param name="scheme">One of the schemes.</param>
    /// <param name="depth">One of the depths of the settings.</param>
    public int Diverged(ResidualScheme scheme, int depth) => Of(scheme, depth).Count(training => training.Diverged);

    /// <summary>
    /// Whether Fixup does as well as batch norm at every depth, batch norm as well as Fixup, and whether Xavier's initialisation without
    /// normalisation trains at the smallest depth and fails at the largest.
    /// </summary>
    public Verdict Verdict()
    {
        var (shallow, deep) = (Options.Depths[0], Options.Depths[^1]);
        var leads = Options.Depths
            .Select(depth => Median(ResidualScheme.Fixup, depth) - Median(ResidualScheme.BatchNorm, depth))
            .ToArray();
        bool[] parts = [leads.Min() >= -AsGood, leads.Max() <= AsGood, XavierTrains(shallow) && !XavierTrains(deep)];
        return new(
            Experiments.Verdict.KindOf(parts.Count(held => held), parts.Length),
            Text.Format(
                GradientsText.FixupDepthSentence,
                deep,
                Median(ResidualScheme.BatchNorm, deep),
                Median(ResidualScheme.Fixup, deep),
                Median(ResidualScheme.ZeroBranches, deep),
                Median(ResidualScheme.Xavier, deep),
                Diverged(ResidualScheme.Xavier, deep),
                Options.Runs,
                100 * leads.Min(),
                100 * leads.Max()),
            Text.Format(GradientsText.FixupDepthRule, AsGood));
    }

    // Fixup's accuracy is the same at every depth, up to what counts as as good, and Xavier's is not.
    private bool OnlyFixupIsSteady()
    {
        var medians = Options.Depths.Select(depth => Median(ResidualScheme.Fixup, depth)).ToArray();
        return medians.Max() - medians.Min() <= AsGood && XavierTrains(Options.Depths[0]) && !XavierTrains(Options.Depths[^1]);
    }

    private double Median(ResidualScheme scheme, int depth) => Accuracy(scheme, depth).Median;

    // Nearer to the better of the two that should train than to guessing.
    private bool XavierTrains(int depth)
    {
        var best = Math.Max(Median(ResidualScheme.Fixup, depth), Median(ResidualScheme.BatchNorm, depth));
        return Median(ResidualScheme.Xavier, depth) > (1.0 / Classes + best) / 2;
    }

    private IEnumerable<FixupTraining> Of(ResidualScheme scheme, int depth) =>
        Trainings.Where(training => training.Scheme == scheme && training.Depth == depth);
}
