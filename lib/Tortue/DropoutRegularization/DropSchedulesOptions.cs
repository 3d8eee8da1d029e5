using Tortue.Data;
using Tortue.Experiments;
using Tortue.Training;

namespace Tortue.DropoutRegularization;

/// <summary>The settings of <see cref="DropSchedules"/>.</summary>
public sealed record DropSchedulesOptions : IExperimentOptions<DropSchedulesOptions>
{
    /// <summary>Smaller sets, three networks of each kind: a few seconds.</summary>
    public static DropSchedulesOptions Quick { get; } = new();

    /// <summary>Twenty-four networks of each kind, and three more cut-offs: some three minutes.</summary>
    public static DropSchedulesOptions Standard { get; } = new()
    {
        Underfitting = new() { Learner = new() { Hidden = [64, 64] }, Examples = 20_000, Steps = 1000, Rate = 0.1 },
        Overfitting = new()
        {
            Learner = new() { Hidden = [256, 256], LearningRate = 0.02 },
            Examples = 1000,
            Steps = 1000,
            Rate = 0.5,
        },
        TestExamples = 4000,
        Cutoffs = [0.01, 0.05, 0.5],
        Looks = 10,
        Runs = 24,
    };

    /// <summary>All of MNIST for the one, a thousand of its images for the other, wider networks and more steps: an hour.</summary>
    public static DropSchedulesOptions Full { get; } = Standard with
    {
        Data = ImageSource.Mnist,
        Underfitting = Standard.Underfitting with { Examples = 50_000 },
        Overfitting = Standard.Overfitting with { Learner = new() { Hidden = [1024, 1024], LearningRate = 0.02 }, Steps = 10_000 },
        TestExamples = 10_000,
    };

    /// <summary>Where the images are from; the two settings share the test images, and the smaller training set is the beginning of the
    /// larger one. Default: generated images of 16×16.</summary>
    public ImageSource Data { get; init; } = ImageSource.Generated16;

    /// <summary>The setting that is meant to underfit: a small network, many images, few steps.</summary>
    public FitSetting Underfitting { get; init; } =
        new() { Learner = new() { Hidden = [32, 32] }, Examples = 8000, Steps = 400, Rate = 0.1 };

    /// <summary>The setting that is meant to overfit: a wide network, few images, many steps.</summary>
    public FitSetting Overfitting { get; init; } =
        new() { Learner = new() { Hidden = [256, 256] }, Examples = 500, Steps = 400, Rate = 0.5 };

    /// <summary>Test images, 100 to 50,000; of a real set at most as many as there are. Default: 1,000.</summary>
    public int TestExamples { get; init; } = 1000;

    /// <summary>Where early dropout ends and late dropout begins, a share of all steps, above 0 and below 1. Default: 1/6, the published
    /// 50 of 300 epochs.</summary>
    public double Cutoff { get; init; } = 1.0 / 6;

    /// <summary>More cut-offs, for early dropout (linear) in the setting that is meant to underfit: different ones, none of them
    /// <see cref="Cutoff"/>. Default: none.</summary>
    public IReadOnlyList<double> Cutoffs { get; init; } = [];

    /// <summary>How often a network is looked at in the course of its training, from 1 to the steps of the shorter one.
    /// Default: 5.</summary>
    public int Looks { get; init; } = 5;

    /// <summary>Networks of each kind, 2 or more: a standard error needs as many. Default: 3.</summary>
    [Repetitions]
    public int Runs { get; init; } = 3;

    /// <summary>The seed of the images; network number r has seed + r. Default: 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many threads may work, at least 1, each on a network of its own; the result does not depend on it. Default: one a
    /// core.</summary>
    public int Threads { get; init; } = ParallelJobs.DefaultThreads;

    /// <summary>One of the two settings.</summary>
    /// <param name="regime">What it is meant to be.</param>
    public FitSetting Setting(FitRegime regime) => regime == FitRegime.Underfitting ? Underfitting : Overfitting;

    /// <summary>A schedule with the rate of a setting and the cut-off of all.</summary>
    /// <param name="regime">Which setting.</param>
    /// <param name="timing">When there is dropout.</param>
    /// <param name="shape">How early dropout ends.</param>
    public DropSchedule Schedule(FitRegime regime, DropTiming timing, DropShape shape = DropShape.Linear) => timing == DropTiming.None
        ? DropSchedule.Never
        : new() { Timing = timing, Shape = shape, Rate = Setting(regime).Rate, Cutoff = Cutoff };

    /// <summary>What is compared in a setting: no dropout, standard, early (linear and constant), late; then the other cut-offs.</summary>
    /// <param name="regime">Which setting.</param>
    public IReadOnlyList<DropSchedule> Schedules(FitRegime regime) =>
    [
        Schedule(regime, DropTiming.None),
        Schedule(regime, DropTiming.Standard),
        Schedule(regime, DropTiming.Early),
        Schedule(regime, DropTiming.Early, DropShape.Constant),
        Schedule(regime, DropTiming.Late),
        .. regime == FitRegime.Underfitting
            ? Cutoffs.Select(cutoff => Schedule(regime, DropTiming.Early) with { Cutoff = cutoff })
            : [],
    ];

    /// <summary>After how many steps the networks of a setting are looked at; the last of them is the end.</summary>
    /// <param name="regime">Which setting.</param>
    public IReadOnlyList<int> LookSteps(FitRegime regime) =>
        [.. Enumerable.Range(1, Looks).Select(look => (int)((long)Setting(regime).Steps * look / Looks))];

    /// <summary>Checks every setting against its range.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range; the message says which, and what it may be.</exception>
    public void Validate()
    {
        Underfitting.Validate();
        Overfitting.Validate();
        Require(TestExamples is >= 100 and <= 50_000, DropoutRegularizationText.BadScheduleTestExamples, TestExamples);
        Require(Cutoff is > 0 and < 1, DropoutRegularizationText.BadScheduleCutoff, Cutoff);
        Require(
            Cutoffs.All(cutoff => cutoff is > 0 and < 1) && Cutoffs.Append(Cutoff).Distinct().Count() == Cutoffs.Count + 1,
            DropoutRegularizationText.BadScheduleCutoffs,
            string.Join(", ", Cutoffs));
        Require(
            Looks >= 1 && Looks <= Math.Min(Underfitting.Steps, Overfitting.Steps), DropoutRegularizationText.BadScheduleLooks, Looks);
        Require(Runs >= 2, DropoutRegularizationText.BadScheduleRuns, Runs);
        Require(Threads >= 1, DropoutRegularizationText.BadScheduleThreads, Threads);
    }

    private static void Require(bool held, string message, object value)
    {
        if (!held)
            throw new ArgumentException(Text.Format(message, value));
    }
}
