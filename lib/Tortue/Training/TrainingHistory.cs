using System.Net;
using Tortue.Charts;
using Tortue.Display;

namespace Tortue.Training;

/// <summary>How training went.</summary>
/// <param name="Epochs">The epochs that were finished.</param>
/// <param name="End">Why it ended.</param>
/// <param name="KeptEpoch">The epoch whose weights the model has now; 0 when none was finished.</param>
/// <param name="Steps">How many minibatches were tried, the last one included.</param>
/// <param name="Message">For a training that diverged: where. Otherwise null.</param>
[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed record TrainingHistory(
    IReadOnlyList<EpochRecord> Epochs, TrainingEnd End, int KeptEpoch, int Steps, string? Message) : IMimeBundle
{
    /// <summary>Loss and accuracy over the epochs, side by side.</summary>
    public Figure Figure() => TrainingCharts.Curves(Epochs).Subtitle(ToString());

    /// <summary>The figure, as notebooks show it; a sentence when no epoch was finished.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => Epochs.Count > 0
        ? Figure().ToMimeBundle()
        : new Dictionary<string, string> { [MimeTypes.Html] = ToHtml(), [MimeTypes.PlainText] = ToString() };

    /// <summary>The figure as a piece of HTML that draws itself; a sentence when no epoch was finished.</summary>
    public string ToHtml() => Epochs.Count > 0 ? Figure().ToHtml() : $"<p>{WebUtility.HtmlEncode(ToString())}</p>";

    /// <summary>Why training ended, and the last figures.</summary>
    public override string ToString()
    {
        var end = End switch
        {
            TrainingEnd.Completed => Text.Format(TrainingText.Completed, Epochs.Count),
            TrainingEnd.StoppedEarly => Text.Format(TrainingText.StoppedEarly, Epochs.Count, KeptEpoch),
            TrainingEnd.Cancelled => Text.Format(TrainingText.Cancelled, Epochs.Count),
            _ => Message!,
        };
        return KeptEpoch == 0 ? end : $"{end} {Words(Epochs[KeptEpoch - 1])}";
    }

    private static string Words(EpochRecord epoch) => epoch.ValidationLoss is null
        ? Text.Format(TrainingText.TrainingFigures, epoch.TrainingLoss, epoch.TrainingAccuracy)
        : Text.Format(TrainingText.BothFigures, epoch.TrainingLoss, epoch.TrainingAccuracy, epoch.ValidationLoss, epoch.ValidationAccuracy);
}
