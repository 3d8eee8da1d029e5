using Tortue.Charts;
using Tortue.Display;
using Tortue.Experiments;

namespace Tortue.Foundations;

/// <summary>What <see cref="RangeTest"/> measured.</summary>
/// <param name="Options">The settings.</param>
/// <param name="Run">Seed, engine, version and time.</param>
/// <param name="Points">The steps of the test, up to where the loss had exploded.</param>
/// <param name="Suggested">The learning rate at which the loss fell most steeply.</param>
/// <param name="Trials">Trainings with a smaller, the suggested and a larger rate.</param>
[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed record RangeTestResult(
    RangeTestOptions Options, RunRecord Run, IReadOnlyList<RangeTestPoint> Points, double Suggested, IReadOnlyList<RangeTestTrial> Trials)
    : IExperimentResult
{
    // The explosion at the end would press everything before it flat.
    private const double LargestShown = 1.5;

    /// <summary>On the left the test, on the right the trainings.</summary>
    public Figure Figure()
    {
        var figure = Charts.Figure.Row(Test(), Trainings()).WithTitle(FoundationsText.RangeTitle);
        return Trials.FirstOrDefault(trial => trial.Diverged) is { } lost
            ? figure.Subtitle(Text.Format(FoundationsText.RangeDivergedSubtitle, lost.LearningRate, lost.Losses.Count + 1))
            : figure;
    }

    /// <summary>The loss over the growing learning rate.</summary>
    public Figure Test() => Charts.Figure
        .Titled(FoundationsText.RangeTestPanel)
        .Line(Points.Select(point => point.LearningRate), Points.Select(point => point.Smooth), FoundationsText.RangeSmooth)
        .VerticalLine(Suggested, Text.Format(FoundationsText.RangeSuggested, Suggested))
        .XAxis(FoundationsText.RateAxis, AxisScale.Log)
        .YAxis(FoundationsText.LossAxis, max: LargestShown * Points[0].Smooth);

    /// <summary>The loss over the epochs, one curve a learning rate.</summary>
    public Figure Trainings()
    {
        var figure = Charts.Figure
            .Titled(FoundationsText.RangeTrialsPanel)
            .XAxis(FoundationsText.EpochAxis)
            .YAxis(FoundationsText.LossAxis);
        foreach (var trial in Trials.Where(trial => trial.Losses.Count > 0))
        {
            var name = Text.Format(trial.Diverged ? FoundationsText.RateDiverged : FoundationsText.RateName, trial.LearningRate);
            figure = figure.Line(Enumerable.Range(1, trial.Losses.Count), trial.Losses, name);
        }

        return figure;
    }

    /// <summary>Whether the suggested rate learns faster than the smaller and the larger one.</summary>
    public Verdict Verdict()
    {
        var suggested = Trials.Single(trial => trial.LearningRate == Suggested);
        int held = Trials.Count(trial => trial != suggested && suggested.Final < trial.Final);
        return new(
            Experiments.Verdict.KindOf(held, Trials.Count - 1),
            Text.Format(FoundationsText.RangeHeld, Suggested, suggested.Final, held),
            Text.Format(FoundationsText.RangeRule, Options.Factor, Options.Epochs));
    }

    /// <summary>The figure, as notebooks show it.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => Figure().ToMimeBundle();

    /// <summary>The figure as a piece of HTML that draws itself.</summary>
    public string ToHtml() => Figure().ToHtml();
}
