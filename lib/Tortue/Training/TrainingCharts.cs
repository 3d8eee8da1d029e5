using Tortue.Charts;

namespace Tortue.Training;

/// <summary>The curves of a training, finished or not.</summary>
internal static class TrainingCharts
{
    /// <summary>Loss on the left, accuracy on the right.</summary>
    public static Figure Curves(IReadOnlyList<EpochRecord> epochs) =>
        Figure.Row(
            Panel(epochs, epoch => epoch.TrainingLoss, epoch => epoch.ValidationLoss).YAxis(TrainingText.LossAxis),
            Panel(epochs, epoch => epoch.TrainingAccuracy, epoch => epoch.ValidationAccuracy)
                .YAxis(TrainingText.AccuracyAxis, min: 0, max: 1))
        .WithTitle(TrainingText.CurvesTitle);

    private static Figure Panel(
        IReadOnlyList<EpochRecord> epochs, Func<EpochRecord, double> training, Func<EpochRecord, double?> validation)
    {
        var numbers = epochs.Select(epoch => epoch.Epoch).ToArray();
        var figure = Figure.Titled("").Line(numbers, epochs.Select(training), TrainingText.TrainingCurve).XAxis(TrainingText.EpochAxis);
        return epochs.All(epoch => validation(epoch) is not null)
            ? figure.Line(numbers, epochs.Select(epoch => validation(epoch)!.Value), TrainingText.ValidationCurve)
            : figure;
    }
}
