using Tortue.Display;
using Tortue.Experiments;

namespace Tortue.Gradients;

/// <summary>What <see cref="LossSurface"/> measured.</summary>
/// <param name="Options">The settings.</param>
/// <param name="Run">Seed, engine, version and time.</param>
/// <param name="Classes">Number of classes C; guessing costs ln C.</param>
/// <param name="Cells">One for each network: by depth, then by run, with shortcuts first.</param>
[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed partial record LossSurfaceResult(
    LossSurfaceOptions Options, RunRecord Run, int Classes, IReadOnlyList<LossSurfaceCell> Cells) : IExperimentResult
{
    /// <summary>A difference holds if it does in this share of the runs.</summary>
    public const double Agreement = 0.8;

    /// <summary>
    /// Whether at the largest depth the surface with shortcuts is flatter (more of it below the loss of guessing) and more convex than
    /// without, the test error is lower, and the difference in flatness is larger than at the smallest depth.
    /// </summary>
    public Verdict Verdict()
    {
        int deep = Options.Depths[^1], shallow = Options.Depths[0];
        bool[] parts =
        [
            Agrees(deep, cell => cell.Measures.BelowChance),
            Agrees(deep, cell => cell.Measures.Convex),
            Agrees(deep, cell => -cell.TestError),
            deep > shallow && Gap(deep) > Gap(shallow),
        ];
        return new(
            Experiments.Verdict.KindOf(parts.Count(held => held), parts.Length),
            Text.Format(
                GradientsText.SurfaceSentence,
                deep,
                Median(deep, true, cell => cell.Measures.BelowChance),
                Median(deep, false, cell => cell.Measures.BelowChance),
                Median(deep, true, cell => cell.Measures.Convex),
                Median(deep, false, cell => cell.Measures.Convex),
                Median(deep, true, cell => cell.TestError),
                Median(deep, false, cell => cell.TestError),
                Gap(shallow),
                shallow,
                Median(deep, true, cell => cell.Loss),
                Median(deep, false, cell => cell.Loss),
                Math.Log(Classes)),
            Text.Format(GradientsText.SurfaceRule, Agreement, Math.Log(Classes), SurfaceMeasures.Slack, Options.Runs));
    }

    /// <summary>The figure, as notebooks show it.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => Figure().ToMimeBundle();

    /// <summary>The figure as a piece of HTML that draws itself.</summary>
    public string ToHtml() => Figure().ToHtml();

    private IEnumerable<LossSurfaceCell> At(int depth, bool shortcuts) =>
        Cells.Where(cell => cell.Depth == depth && cell.Shortcuts == shortcuts);

    private double Median(int depth, bool shortcuts, Func<LossSurfaceCell, double> value) =>
        SampleSummary.Of(At(depth, shortcuts).Select(value)).Median;

    private double Gap(int depth) =>
        Median(depth, true, cell => cell.Measures.BelowChance) - Median(depth, false, cell => cell.Measures.BelowChance);

    // Networks of one run have the same seed with and without shortcuts.
    private bool Agrees(int depth, Func<LossSurfaceCell, double> value)
    {
        var without = At(depth, false).ToDictionary(cell => cell.Run);
        var pairs = At(depth, true).Select(with => (with, without: without[with.Run])).ToArray();
        return pairs.Count(pair => value(pair.with) > value(pair.without)) >= Agreement * pairs.Length;
    }
}
