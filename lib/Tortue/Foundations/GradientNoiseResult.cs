using Tortue.Charts;
using Tortue.Display;
using Tortue.Experiments;

namespace Tortue.Foundations;

/// <summary>What <see cref="GradientNoise"/> measured.</summary>
/// <param name="Options">The settings.</param>
/// <param name="Run">Seed, engine, version and time.</param>
/// <param name="Points">One for each size, in the settings' order.</param>
[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed record GradientNoiseResult(GradientNoiseOptions Options, RunRecord Run, IReadOnlyList<GradientNoisePoint> Points)
    : IExperimentResult
{
    /// <summary>How far a measured noise may be from the exact one, as a share of it.</summary>
    public const double Tolerance = 0.15;

    /// <summary>The noise over the size of the minibatch, both axes logarithmic.</summary>
    public Figure Figure() => Charts.Figure
        .Titled(FoundationsText.NoiseTitle)
        .Subtitle(Text.Format(FoundationsText.NoiseSubtitle, Options.Examples, Options.Draws))
        .Line(Points.Select(point => point.BatchSize), Points.Select(point => point.Measured), FoundationsText.NoiseMeasured)
        .Published(Points.Select(point => point.BatchSize), Points.Select(point => point.Exact), FoundationsText.NoiseExact)
        .XAxis(FoundationsText.BatchSizeAxis, AxisScale.Log)
        .YAxis(FoundationsText.NoiseAxis, AxisScale.Log);

    /// <summary>Whether the noise of every size is that of the formula.</summary>
    public Verdict Verdict()
    {
        int held = Points.Count(point => Math.Abs(point.Measured - point.Exact) <= Tolerance * point.Exact);
        return new(
            Experiments.Verdict.KindOf(held, Points.Count),
            Text.Format(FoundationsText.NoiseHeld, held, Points.Count),
            Text.Format(FoundationsText.NoiseRule, Tolerance));
    }

    /// <summary>The figure, as notebooks show it.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => Figure().ToMimeBundle();

    /// <summary>The figure as a piece of HTML that draws itself.</summary>
    public string ToHtml() => Figure().ToHtml();
}
