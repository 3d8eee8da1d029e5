namespace Tortue.CriticalPeriods;

/// <summary>One network that had a deficit for a while.</summary>
/// <param name="Deficit">What it had.</param>
/// <param name="Seed">The seed of its weights and of the order of the images.</param>
/// <param name="RemovalEpoch">Epochs with the deficit, before clean training.</param>
/// <param name="Schedule">What the learning rate did when the deficit was removed.</param>
/// <param name="AtRemoval">Share of the clean test images that were right when the deficit was removed, 0 to 1.</param>
/// <param name="Accuracy">Share of them that is right after clean training, 0 to 1.</param>
/// <param name="TrainingAccuracy">Share of the training images that were right in the last epoch of clean training, 0 to 1.</param>
public sealed record DeficitTraining(
    Deficit Deficit,
    ulong Seed,
    int RemovalEpoch,
    RemovalSchedule Schedule,
    double AtRemoval,
    double Accuracy,
    double TrainingAccuracy);
