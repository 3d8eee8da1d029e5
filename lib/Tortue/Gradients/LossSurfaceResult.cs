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

    /// <summary>A network has learnt when its loss is below this share of a guess's.</summary>
    public const double Learnt = 0.75;

    /// <summary>
    /// The largest depth at which networks with shortcuts and networks without have learnt, by their median loss: what a surface looks like
    /// around weights that were hardly trained says nothing about shortcuts. Null if that is the smallest depth or none.
    /// </summary>
    public int? JudgedDepth => Options.Depths.Skip(1).Where(HasLearnt).Select(depth => (int?)depth).LastOrDefault();

    /// <summary>
    /// Whether at <see cref="JudgedDepth"/> the surface with shortcuts is flatter (more of it below the loss of guessing) and more convex than
    /// without, the test error is lower, and the difference in flatness is larger than at the smallest depth. Without such a depth nothing is
    /// reproduced.
    /// </summary>
    public Verdict Verdict()
    {
        string rule = Text.Format(GradientsText.SurfaceRule, Agreement, Math.Log(Classes), SurfaceMeasures.Slack, Options.Runs, Learnt);
        if (JudgedDepth is not { } deep)
            return new(VerdictKind.NotReproduced, GradientsText.SurfaceNothingLearnt, rule);
        int shallow = Options.Depths[0];
        bool[] parts =
        [
            Agrees(deep, cell => cell.Measures.BelowChance),
            Agrees(deep, cell => cell.Measures.Convex),
            Agrees(deep, cell => -cell.TestError),
            Gap(deep) > Gap(shallow),
        ];
        var sentence = Text.Format(
            GradientsText.SurfaceSentence,
            deep,
            Median(deep, true, cell => cell.Measures.BelowChance),
            Median(deep, false, cell => cell.Measures.BelowChance),
            Median(deep, true, cell => cell.Measures.Convex),
            Median(deep, false, cell => cell.Measures.Convex),
            Median(deep, true, cell => cell.TestError),
            Median(deep, false, cell => cell.TestError),
            Gap(shallow),
            shallow);
        return new(Experiments.Verdict.KindOf(parts.Count(held => held), parts.Length), sentence + LeftOut(), rule);
    }

    /// <summary>The figure, as notebooks show it.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => Figure().ToMimeBundle();

    /// <summary>The figure as a piece of HTML that draws itself.</summary>
    public string ToHtml() => Figure().ToHtml();

    private bool HasLearnt(int depth) =>
        Math.Max(Median(depth, true, cell => cell.Loss), Median(depth, false, cell => cell.Loss)) < Learnt * Math.Log(Classes);

    private string LeftOut() => Options.Depths[^1] == JudgedDepth
        ? ""
        : " " + Text.Format(
            GradientsText.SurfaceLeftOut,
            Options.Depths[^1],
            Median(Options.Depths[^1], true, cell => cell.Loss),
            Median(Options.Depths[^1], false, cell => cell.Loss),
            Math.Log(Classes));

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
