using Tortue.Charts;
using Tortue.Display;
using Tortue.Experiments;

namespace Tortue.DropoutRegularization;

/// <summary>What <see cref="DropoutAveraging"/> measured.</summary>
/// <param name="Options">The settings.</param>
/// <param name="Run">Seed, engine, version and time.</param>
/// <param name="Data">What was learnt.</param>
/// <param name="TrainingImages">How many images the networks were trained on.</param>
/// <param name="TestImages">How many images they were tested on.</param>
/// <param name="Networks">One for each trained network.</param>
[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed record DropoutAveragingResult(
    DropoutAveragingOptions Options,
    RunRecord Run,
    string Data,
    int TrainingImages,
    int TestImages,
    IReadOnlyList<DropoutAveragingNetwork> Networks)
    : IExperimentResult
{
    /// <summary>How much more an average of so many sampled networks errs than weight scaling, in shares of the test images: the mean over
    /// the trained networks of the difference within each.</summary>
    /// <param name="count">One of the numbers that were looked at.</param>
    /// <exception cref="ArgumentException">This number was not looked at.</exception>
    public MeanError Excess(int count)
    {
        int index = Array.IndexOf(Options.Counts(), count);
        if (index < 0)
            throw new ArgumentException(
                Text.Format(DropoutRegularizationText.AveragingBadCount, count, string.Join(", ", Options.Counts())));
        return MeanError.Of(Networks.Select(network => network.Mean(index) - network.Scaled));
    }

    /// <summary>The smallest number of sampled networks at which their average errs no more than weight scaling on average; null when none
    /// does.</summary>
    public int? Crossing => Options.Counts().Where(count => Excess(count).Mean <= 0).Select(count => (int?)count).FirstOrDefault();

    /// <summary>The smallest number of sampled networks from which on the average is never clearly worse than weight scaling; null when the
    /// last one is.</summary>
    public int? Level
    {
        get
        {
            int[] level = [.. Options.Counts().Reverse().TakeWhile(count => !Excess(count).IsClearlyAboveZero())];
            return level.Length == 0 ? null : level[^1];
        }
    }

    /// <summary>Whether 50 sampled networks are as good as weight scaling, and a single one clearly worse.</summary>
    public Verdict Verdict()
    {
        var (one, fifty) = (Excess(1), Excess(DropoutAveraging.Claimed));
        bool isClose = Math.Abs(fifty.Mean) <= MeanError.Clear * fifty.StandardError || fifty.Mean == 0;
        var conventions = Networks.Select(network => network.Conventions).ToArray();
        return new(
            Experiments.Verdict.KindOf(new[] { isClose, one.IsClearlyAboveZero() }.Count(held => held), 2),
            Text.Format(
                DropoutRegularizationText.AveragingSentence,
                100 * Networks.Average(network => network.Scaled),
                string.Join("; ", new[] { 1, DropoutAveraging.Claimed, Options.Sampled }.Distinct().Select(InWords)),
                Level is { } level
                    ? Text.Format(DropoutRegularizationText.AveragingLevel, level) : DropoutRegularizationText.AveragingNoLevel,
                Crossing is { } crossing
                    ? Text.Format(DropoutRegularizationText.AveragingCrossing, crossing) : DropoutRegularizationText.AveragingNoCrossing,
                conventions.Max(each => Math.Max(each.AtTest, each.UnderOneMask)),
                conventions.Max(each => each.LargestOutput)),
            Text.Format(DropoutRegularizationText.AveragingRule, MeanError.Clear, DropoutAveraging.Claimed)
                + " " + MeanError.Odds(Options.Runs));
    }

    /// <summary>Left: test error against the number of averaged networks, with weight scaling. Right: how much that is more than weight
    /// scaling's, network by network.</summary>
    public Figure Figure()
    {
        int[] counts = Options.Counts();
        double[][] repeats =
        [
            .. counts.Select((_, index) => Enumerable.Range(0, Networks[0].Sampled.Count)
                .Select(repeat => 100 * Networks.Average(network => network.Sampled[repeat][index])).ToArray()),
        ];
        double scaled = 100 * Networks.Average(network => network.Scaled);
        var errors = Charts.Figure.Titled(DropoutRegularizationText.AveragingErrorPanel)
            .Line(counts, repeats.Select(each => each.Average()), DropoutRegularizationText.AveragingSampledName, SeriesColor.Blue)
            .Band(counts, repeats.Select(each => each.Min()), repeats.Select(each => each.Max()))
            .Published([counts[0], counts[^1]], [scaled, scaled], DropoutRegularizationText.AveragingScaledName)
            .XAxis(DropoutRegularizationText.AveragingCountAxis, AxisScale.Log)
            .YAxis(DropoutRegularizationText.AveragingErrorAxis);
        var excess = Charts.Figure.Titled(DropoutRegularizationText.AveragingExcessPanel)
            .XAxis(DropoutRegularizationText.AveragingCountAxis, AxisScale.Log)
            .YAxis(DropoutRegularizationText.AveragingExcessAxis)
            .HorizontalLine(0)
            .VerticalLine(DropoutAveraging.Claimed, Text.Format(DropoutRegularizationText.AveragingClaimed, DropoutAveraging.Claimed));
        var differences = counts.Select(Excess).ToArray();
        excess = excess
            .Line(counts, differences.Select(each => 100 * each.Mean), DropoutRegularizationText.AveragingExcessName, SeriesColor.Vermillion)
            .Band(
                counts,
                differences.Select(each => 100 * (each.Mean - MeanError.Clear * each.StandardError)),
                differences.Select(each => 100 * (each.Mean + MeanError.Clear * each.StandardError)));
        return Charts.Figure.Row(errors, excess)
            .WithTitle(DropoutRegularizationText.AveragingTitle)
            .Subtitle(Text.Format(
                DropoutRegularizationText.AveragingSubtitle,
                Data,
                TrainingImages,
                Networks.Count,
                Networks[0].Sampled.Count,
                Options.Rate));
    }

    /// <summary>The figure, as notebooks show it.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => Figure().ToMimeBundle();

    /// <summary>The figure as a piece of HTML that draws itself.</summary>
    public string ToHtml() => Figure().ToHtml();

    private string InWords(int count)
    {
        var excess = Excess(count);
        return Text.Format(
            DropoutRegularizationText.AveragingExcess, count, 100 * excess.Mean, 100 * MeanError.Clear * excess.StandardError);
    }
}
