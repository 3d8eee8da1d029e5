using Tortue.Experiments;

namespace Tortue.CriticalPeriods;

/// <summary>What networks of one kind reach, with a blur for a while and without.</summary>
/// <param name="Value">What tells this kind from the others: a weight decay, a number of layers.</param>
/// <param name="Trainings">One for each removal and seed, without a deficit and with the blur; removal at 0 is there once.</param>
public sealed record RemovalCurve(double Value, IReadOnlyList<DeficitTraining> Trainings)
{
    /// <summary>Final test accuracies, one a network, in the order of the seeds.</summary>
    /// <param name="deficit">None or blur.</param>
    /// <param name="removalEpoch">A removal of the settings.</param>
    public IReadOnlyList<double> Accuracies(Deficit deficit, int removalEpoch) =>
    [
        .. Trainings
            .Where(training => training.RemovalEpoch == removalEpoch && (removalEpoch == 0 || training.Deficit == deficit))
            .OrderBy(training => training.Seed)
            .Select(training => training.Accuracy),
    ];

    /// <summary>What the blur cost: accuracies of networks trained as long without it minus those with it, seed by seed.</summary>
    /// <param name="removalEpoch">A removal of the settings.</param>
    /// <returns>Mean and standard error over the seeds, in shares of the test images.</returns>
    public MeanError Loss(int removalEpoch) => MeanError.Of(
        Accuracies(Deficit.None, removalEpoch).Zip(Accuracies(Deficit.Blur, removalEpoch), (without, with) => without - with));
}
