using Tortue.Charts;
using Tortue.Display;
using Tortue.Experiments;

namespace Tortue.Foundations;

/// <summary>What <see cref="RandomLabels"/> measured.</summary>
/// <param name="Options">The settings.</param>
/// <param name="Run">Seed, engine, version and time.</param>
/// <param name="Classes">Number of classes; guessing is right once in so many.</param>
/// <param name="Curves">One for each network.</param>
[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed record RandomLabelsResult(RandomLabelsOptions Options, RunRecord Run, int Classes, IReadOnlyList<RandomLabelsCurve> Curves)
    : IExperimentResult
{
    /// <summary>A network with at least this training accuracy has learnt its labels by heart.</summary>
    public const double ByHeart = 0.99;

    private const double Deviations = 3;

    /// <summary>Accuracy over the epochs: training on the left, test on the right; medians over the networks.</summary>
    public Figure Figure() => Charts.Figure.Row(
            Panel(FoundationsText.TrainingPanel, curve => curve.TrainingAccuracy),
            Panel(FoundationsText.TestPanel, curve => curve.TestAccuracy).HorizontalLine(1.0 / Classes, FoundationsText.Chance))
        .SharingYAxis()
        .WithTitle(FoundationsText.RandomLabelsTitle)
        .Subtitle(Text.Format(FoundationsText.RandomLabelsSubtitle, Options.Runs, Options.Examples));

    /// <summary>
    /// Whether both kinds of labels are learnt by heart, test accuracy with random labels is that of guessing, and with true labels it is
    /// not.
    /// </summary>
    public Verdict Verdict()
    {
        // Right guesses among n test images are binomial.
        double chance = 1.0 / Classes, width = Deviations * Math.Sqrt(chance * (1 - chance) / Options.Examples);
        var (learnt, guessed) = (Mean(false, curve => curve.TestAccuracy[^1]), Mean(true, curve => curve.TestAccuracy[^1]));
        bool[] parts =
        [
            Curves.Where(curve => !curve.RandomLabels).All(curve => curve.FinalTrainingAccuracy >= ByHeart),
            Curves.Where(curve => curve.RandomLabels).All(curve => curve.FinalTrainingAccuracy >= ByHeart),
            Math.Abs(guessed - chance) <= width,
            learnt > chance + width,
        ];
        var heart = Mean(true, curve => curve.FinalTrainingAccuracy);
        return new(
            Experiments.Verdict.KindOf(parts.Count(held => held), parts.Length),
            Text.Format(FoundationsText.RandomLabelsSentence, heart, guessed, learnt),
            Text.Format(FoundationsText.RandomLabelsRule, ByHeart, chance, width));
    }

    /// <summary>The figure, as notebooks show it.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => Figure().ToMimeBundle();

    /// <summary>The figure as a piece of HTML that draws itself.</summary>
    public string ToHtml() => Figure().ToHtml();

    private double Mean(bool random, Func<RandomLabelsCurve, double> value) =>
        Curves.Where(curve => curve.RandomLabels == random).Average(value);

    private Figure Panel(string title, Func<RandomLabelsCurve, IReadOnlyList<double>> accuracy)
    {
        var figure = Charts.Figure.Titled(title)
            .XAxis(FoundationsText.EpochAxis)
            .YAxis(FoundationsText.AccuracyAxis, min: 0, max: 1.02);
        foreach (bool random in new[] { false, true })
        {
            var curves = Curves.Where(curve => curve.RandomLabels == random).Select(accuracy).ToArray();
            var epochs = Enumerable.Range(0, curves.Min(curve => curve.Count)).ToArray();
            figure = figure.Line(
                epochs.Select(epoch => epoch + 1),
                epochs.Select(epoch => SampleSummary.Of(curves.Select(curve => curve[epoch])).Median),
                random ? FoundationsText.RandomLabelsCurve : FoundationsText.TrueLabelsCurve);
        }

        return figure;
    }
}
