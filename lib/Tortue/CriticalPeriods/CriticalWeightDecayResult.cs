using Tortue.Charts;
using Tortue.Display;
using Tortue.Experiments;

namespace Tortue.CriticalPeriods;

/// <summary>What <see cref="CriticalWeightDecay"/> measured.</summary>
/// <param name="Options">The settings.</param>
/// <param name="Run">Seed, engine, version and time.</param>
/// <param name="Data">What was learnt.</param>
/// <param name="TrainingImages">How many images the networks were trained on.</param>
/// <param name="TestImages">How many images they were tested on.</param>
/// <param name="Curves">One for each weight decay.</param>
[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed record CriticalWeightDecayResult(
    CriticalWeightDecayOptions Options,
    RunRecord Run,
    string Data,
    int TrainingImages,
    int TestImages,
    IReadOnlyList<RemovalCurve> Curves)
    : IExperimentResult
{
    /// <summary>Final accuracy of networks that had the blur, and what it cost, against its removal; a curve for each weight
    /// decay.</summary>
    public Figure Figure() => RemovalCurves.Figure(Curves, Options.RemovalEpochs, Name)
        .WithTitle(CriticalPeriodsText.CriticalWeightDecayTitle)
        .Subtitle(Text.Format(CriticalPeriodsText.PeriodSubtitle, TrainingImages, Data, Options.CleanEpochs, Options.Runs));

    /// <summary>Whether the longest blur leaves a lasting loss at each weight decay: then it is none of a lack of regularisation.</summary>
    public Verdict Verdict()
    {
        int longest = Options.RemovalEpochs[^1];
        var losses = Curves.Select(curve => curve.Loss(longest)).ToArray();
        return new(
            Experiments.Verdict.KindOf(losses.Count(loss => loss.IsClearlyAboveZero()), losses.Length),
            RemovalCurves.Sentence(CriticalPeriodsText.CriticalWeightDecaySentence, losses, Curves, longest, Options.CleanEpochs, Name),
            Text.Format(CriticalPeriodsText.CriticalWeightDecayRule, MeanError.Clear, MeanError.Odds(Options.Runs)));
    }

    /// <summary>The figure, as notebooks show it.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => Figure().ToMimeBundle();

    /// <summary>The figure as a piece of HTML that draws itself.</summary>
    public string ToHtml() => Figure().ToHtml();

    private static string Name(double value) => Text.Format(CriticalPeriodsText.CriticalWeightDecayName, value);
}
