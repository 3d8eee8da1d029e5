using Tortue.Training;

namespace Tortue.DropoutRegularization;

/// <summary>One network of <see cref="DropSchedules"/>: how it did in the course of its training, always without dropout.</summary>
/// <param name="Regime">The setting, called after what it is meant to be.</param>
/// <param name="Schedule">When units were dropped.</param>
/// <param name="Seed">The seed of its weights, of the order of its images and of what was dropped.</param>
/// <param name="TrainingLosses">Mean cross-entropy on the first training images, <see cref="DropSchedules.MostProbes"/> at most, in nats;
/// one for each of <see cref="DropSchedulesOptions.LookSteps"/>, the last one of them the end.</param>
/// <param name="TestErrors">Share of the test images that it gets wrong, 0 to 1; likewise.</param>
/// <param name="TrainingError">Share of these training images that it gets wrong at the end, 0 to 1.</param>
/// <param name="TestLoss">Mean cross-entropy on the test images at the end, in nats.</param>
public sealed record ScheduleTraining(
    FitRegime Regime,
    DropSchedule Schedule,
    ulong Seed,
    IReadOnlyList<double> TrainingLosses,
    IReadOnlyList<double> TestErrors,
    double TrainingError,
    double TestLoss);
