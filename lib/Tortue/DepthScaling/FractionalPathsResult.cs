using Tortue.Charts;
using Tortue.Display;
using Tortue.Experiments;

namespace Tortue.DepthScaling;

/// <summary>What <see cref="FractionalPaths"/> drew.</summary>
/// <param name="Options">The settings.</param>
/// <param name="Run">Seed, engine, version and time.</param>
/// <param name="Paths">One for each H, in the settings' order.</param>
[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed record FractionalPathsResult(FractionalPathsOptions Options, RunRecord Run, IReadOnlyList<FractionalPath> Paths)
    : IExperimentResult
{
    /// <summary>So far may the mean of the measured exponents lie from H.</summary>
    public const double Tolerance = 0.05;

    /// <summary>Whether the paths have the exponents that they were drawn with.</summary>
    public Verdict Verdict()
    {
        var held = Paths.Count(path => Math.Abs(path.Measured.Average() - path.Hurst) < Tolerance);
        var measured = Paths.Select(path => Text.Format(DepthScalingText.FractionalOne, path.Hurst, path.Measured.Average()));
        return new(
            Experiments.Verdict.KindOf(held, Paths.Count),
            Text.Format(DepthScalingText.FractionalHeld, held, string.Join(", ", measured), Paths.Count),
            Text.Format(DepthScalingText.FractionalRule, Tolerance));
    }

    /// <summary>One path for each H, divided by L^H so that all end at distances of the same order.</summary>
    public Figure Figure()
    {
        var figure = Charts.Figure
            .Titled(DepthScalingText.FractionalTitle)
            .Subtitle(Text.Format(DepthScalingText.FractionalSubtitle, Options.Steps, Options.Paths))
            .XAxis(DepthScalingText.FractionalTimeAxis)
            .YAxis(DepthScalingText.FractionalAxis);
        return Paths.Aggregate(figure, (drawn, path) =>
        {
            var summary = SampleSummary.Of(path.Measured);
            return drawn.Line(
                path.Steps.Select(k => (double)k / Options.Steps),
                path.Path,
                Text.Format(DepthScalingText.FractionalCurve, path.Hurst, summary.Mean, summary.StandardDeviation));
        });
    }

    /// <summary>The figure, as notebooks show it.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => Figure().ToMimeBundle();

    /// <summary>The figure as a piece of HTML that draws itself.</summary>
    public string ToHtml() => Figure().ToHtml();
}
