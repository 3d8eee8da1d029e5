using Tortue.Charts;
using Tortue.Display;
using Tortue.Experiments;

namespace Tortue.DropoutRegularization;

/// <summary>What <see cref="DropoutRidge"/> measured.</summary>
/// <param name="Options">The settings.</param>
/// <param name="Run">Seed, engine, version and time.</param>
/// <param name="Solutions">The closed forms, one for each rate.</param>
/// <param name="Paths">The trainings, rate by rate.</param>
[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed record DropoutRidgeResult(
    DropoutRidgeOptions Options,
    RunRecord Run,
    IReadOnlyList<DropoutRidgeSolution> Solutions,
    IReadOnlyList<DropoutRidgePath> Paths) : IExperimentResult
{
    /// <summary>How far the slope of the distance may be from −½, beside its own two standard errors.</summary>
    public const double SlopeSlack = 0.1;

    /// <summary>The mean over the runs of the averaged weights at the last look.</summary>
    /// <param name="rate">One of the rates.</param>
    public IReadOnlyList<double> MeanWeights(double rate)
    {
        var paths = Of(rate);
        return [.. Enumerable.Range(0, paths[0].Weights.Count).Select(j => paths.Average(path => path.Weights[j]))];
    }

    /// <summary>The standard error of these mean weights, all together: the root of the sum of the squares of each weight's.</summary>
    /// <param name="rate">One of the rates.</param>
    public double Error(double rate)
    {
        var paths = Of(rate);
        return Math.Sqrt(Enumerable.Range(0, paths[0].Weights.Count)
            .Sum(j => Math.Pow(MeanError.Of(paths.Select(path => path.Weights[j])).StandardError, 2)));
    }

    /// <summary>The slope of the distance to ridge over the number of steps, both in logarithms: the mean over the runs.</summary>
    /// <param name="rate">One of the rates.</param>
    public MeanError Slope(double rate)
    {
        double[] steps = Array.ConvertAll(Options.Looks(), look => (double)look);
        return MeanError.Of(Of(rate).Select(path => LogLogSlope.Of(steps, path.Distances)));
    }

    /// <summary>Whether the averaged weights are those of ridge up to chance, and neither those of least squares nor those of ridge with
    /// one strength for all weights.</summary>
    public Verdict Verdict()
    {
        var parts = Solutions.Select(solution =>
        {
            double Errors(IReadOnlyList<double> target) =>
                DropoutRidgeSolution.Distance(MeanWeights(solution.Rate), target) / Error(solution.Rate);
            var (ridge, least, equal) = (Errors(solution.Ridge), Errors(solution.LeastSquares), Errors(solution.EqualPenalties));
            var slope = Slope(solution.Rate);
            bool held = ridge <= MeanError.Clear && least > MeanError.Clear && equal > MeanError.Clear
                && Math.Abs(slope.Mean + 0.5) <= SlopeSlack + MeanError.Clear * slope.StandardError;
            var words = Text.Format(
                DropoutRegularizationText.RidgeSentencePart,
                solution.Rate,
                ridge,
                least,
                equal,
                slope.Mean,
                MeanError.Clear * slope.StandardError);
            return (Held: held, Words: words);
        }).ToArray();
        return new(
            Experiments.Verdict.KindOf(parts.Count(part => part.Held), parts.Length),
            Text.Format(
                DropoutRegularizationText.RidgeSentence, Options.Looks()[^1], string.Join("; ", parts.Select(part => part.Words))),
            Text.Format(DropoutRegularizationText.RidgeRule, MeanError.Clear, SlopeSlack) + " " + MeanError.Odds(Options.Runs));
    }

    /// <summary>Left: each averaged weight over that of ridge, with least squares for contrast. Right: the distance to ridge over the number
    /// of steps, for each rate.</summary>
    public Figure Figure() => Charts.Figure.Row(Weights(), Distances())
        .WithTitle(DropoutRegularizationText.RidgeTitle)
        .Subtitle(Text.Format(
            DropoutRegularizationText.RidgeSubtitle, Options.Examples, Options.Inputs, Options.Runs, Options.Looks()[^1]));

    /// <summary>The figure, as notebooks show it.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => Figure().ToMimeBundle();

    /// <summary>The figure as a piece of HTML that draws itself.</summary>
    public string ToHtml() => Figure().ToHtml();

    private Figure Weights()
    {
        var figure = Charts.Figure.Titled(DropoutRegularizationText.RidgeScatterPanel)
            .XAxis(DropoutRegularizationText.RidgeExactAxis)
            .YAxis(DropoutRegularizationText.RidgeFoundAxis);
        foreach (var solution in Solutions)
            figure = figure.Scatter(solution.Ridge, MeanWeights(solution.Rate), Name(solution.Rate));
        double[] ends = [Solutions.Min(solution => solution.Ridge.Min()), Solutions.Max(solution => solution.Ridge.Max())];
        return figure
            .Scatter(
                Solutions.SelectMany(solution => solution.Ridge),
                Solutions.SelectMany(solution => solution.LeastSquares),
                DropoutRegularizationText.RidgeLeastSquares)
            .Published(ends, ends, DropoutRegularizationText.RidgeDiagonal);
    }

    // Mean squares over the runs: of an unbiased mean they fall as one over the steps from the first run on.
    private Figure Distances()
    {
        var looks = Options.Looks();
        var figure = Charts.Figure.Titled(DropoutRegularizationText.RidgeDistancePanel)
            .XAxis(DropoutRegularizationText.RidgeStepsAxis, AxisScale.Log);
        double highest = 0, lowest = 1;
        foreach (var solution in Solutions)
        {
            double[][] shares =
                [.. looks.Select((_, look) => Of(solution.Rate).Select(path => path.Distances[look] / solution.Gap).Order().ToArray())];
            highest = Math.Max(highest, RootMeanSquare(shares[0]));
            lowest = Math.Min(lowest, SampleSummary.Quantile(shares[^1], 0.1));
            figure = figure
                .Line(looks, shares.Select(RootMeanSquare), Name(solution.Rate))
                .Band(
                    looks,
                    shares.Select(each => SampleSummary.Quantile(each, 0.1)),
                    shares.Select(each => SampleSummary.Quantile(each, 0.9)));
        }

        // Whole powers of ten at both ends, or the axis would have a single number on it.
        return figure
            .Published(
                looks, looks.Select(look => 1.7 * highest * Math.Sqrt((double)looks[0] / look)), DropoutRegularizationText.RidgeHalfSlope)
            .YAxis(
                DropoutRegularizationText.RidgeDistanceAxis,
                AxisScale.Log,
                Math.Pow(10, Math.Floor(Math.Log10(lowest))),
                Math.Pow(10, Math.Ceiling(Math.Log10(2 * highest))));
    }

    private static double RootMeanSquare(double[] values) => Math.Sqrt(values.Average(value => value * value));

    private DropoutRidgePath[] Of(double rate) => [.. Paths.Where(path => path.Rate == rate)];

    private static string Name(double rate) => Text.Format(DropoutRegularizationText.RidgeRateName, rate);
}
