using System.Text.Json;
using Tortue.Experiments;
using Tortue.StochasticDepth;
using Tortue.Training;

namespace Tortue.Tests.StochasticDepth;

/// <summary>Trainings that nobody trained, and settings that take a moment.</summary>
internal static class Made
{
    public static readonly DepthLearnerOptions Learner = new() { Examples = 100, TestExamples = 100, Width = 2, Epochs = 4 };

    public static readonly RunRecord NoRun = new(1, "", "", DateTimeOffset.UnixEpoch, 0, 1);

    /// <summary>Three networks with errors around a mean: much of the chance is that of their seeds, the same in each kind; noise is
    /// not.</summary>
    public static IEnumerable<DepthTraining> Trainings(
        int blocks,
        double survival,
        double error,
        double loss = 1,
        SurvivalRule rule = SurvivalRule.Linear,
        DropTiming timing = DropTiming.Standard,
        double noise = 0.1,
        params DepthLook[] looks) =>
        Enumerable.Range(1, 3).Select(seed => new DepthTraining(
            blocks,
            survival,
            rule,
            survival == 1 ? DropTiming.None : timing,
            (ulong)seed,
            error + 5 * seed + noise * (seed - 2),
            1,
            loss + 0.01 * seed + 0.01 * noise * (seed - 2),
            0.1,
            0.75,
            survival == 1 ? 2 : 1.5,
            looks));

    /// <summary>What does not depend on the clock.</summary>
    public static string WithoutTimes(IEnumerable<DepthTraining> trainings) =>
        JsonSerializer.Serialize(trainings.Select(training => training with { SecondsPerEpoch = 0 }));
}
