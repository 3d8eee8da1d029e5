using Tortue.Data;
using Tortue.Experiments;

namespace Tortue.DropoutRegularization;

/// <summary>The settings of <see cref="DropoutAveraging"/>.</summary>
/// <remarks>
/// Nothing was tried out: network and rule are those of <see cref="DropoutLearnerOptions"/>, the rate is the paper's. The verdict hangs on
/// how well the trained networks tell small differences. On generated images, of which these perceptrons get two of three wrong, the means
/// cross at some 30 sampled networks and the error of the difference is half a point. On 6,000 of MNIST's images 50 sampled networks
/// err 0.06 ± 0.05 points more, two images of 4,000, of the 1.9 by which a single one does: as close as the paper says, and still
/// clearly apart by the rule, which knows no difference too small to matter.
/// </remarks>
public sealed record DropoutAveragingOptions : IExperimentOptions<DropoutAveragingOptions>
{
    /// <summary>Three networks on 500 generated images, up to 50 sampled networks: less than two seconds.</summary>
    public static DropoutAveragingOptions Quick { get; } = new();

    /// <summary>Five networks on 2,000 generated images, up to 100 sampled networks, five times: about a minute.</summary>
    public static DropoutAveragingOptions Standard { get; } = new()
    {
        Examples = 2000,
        TestExamples = 4000,
        Learner = new() { Hidden = [256, 256] },
        Steps = 2000,
        Sampled = 100,
        Repeats = 5,
        Runs = 5,
    };

    /// <summary>All of MNIST and wider layers: some hours on two cores. Of the published figure's network only the rate is known to
    /// us.</summary>
    public static DropoutAveragingOptions Full { get; } = Standard with
    {
        Data = ImageSource.Mnist,
        Examples = 60_000,
        TestExamples = 10_000,
        Learner = new() { Hidden = [1024, 1024, 2048] },
        Steps = 100_000,
    };

    /// <summary>What is learnt. Default: generated images of 28×28, in grey.</summary>
    public ImageSource Data { get; init; } = ImageSource.Generated28;

    /// <summary>Training images, 100 to 60,000; of a real set at most as many as there are. Default: 500.</summary>
    public int Examples { get; init; } = 500;

    /// <summary>Test images, 100 to 50,000; of a real set at most as many as there are. Default: 1,000.</summary>
    public int TestExamples { get; init; } = 1000;

    /// <summary>Network and rule. Default: two hidden layers of 128 units.</summary>
    public DropoutLearnerOptions Learner { get; init; } = new();

    /// <summary>Steps of training, at least 1. Default: 400.</summary>
    public int Steps { get; init; } = 400;

    /// <summary>Probability that a hidden unit is dropped, above 0 and below 1. Default: 0.5, the paper's.</summary>
    public double Rate { get; init; } = 0.5;

    /// <summary>Most networks whose probabilities are averaged for a test image: 50 to 1,000. Default: 50.</summary>
    public int Sampled { get; init; } = DropoutAveraging.Claimed;

    /// <summary>How often that many are sampled anew from a trained network, at least 1. Default: 3.</summary>
    public int Repeats { get; init; } = 3;

    /// <summary>Trained networks, 2 or more: a standard error needs as many. Default: 3.</summary>
    [Repetitions]
    public int Runs { get; init; } = 3;

    /// <summary>The seed of the images; network number r, its masks and the order of its images have seed + r. Default: 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many threads may work, at least 1, each on a network of its own; the result does not depend on it. Default: one a
    /// core.</summary>
    public int Threads { get; init; } = ParallelJobs.DefaultThreads;

    /// <summary>Numbers k of averaged networks that are looked at: 1, 2, 3, 5, 7 of each power of ten up to <see cref="Sampled"/>, and
    /// that.</summary>
    internal int[] Counts()
    {
        int[] first = [1, 2, 3, 5, 7];
        return
        [
            .. first.Concat(first.Select(k => 10 * k)).Concat(first.Select(k => 100 * k)).Where(k => k < Sampled),
            Sampled,
        ];
    }

    /// <summary>Checks every setting against its range.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range; the message says which, and what it may be.</exception>
    public void Validate()
    {
        Require(Examples is >= 100 and <= 60_000, DropoutRegularizationText.AveragingBadExamples, Examples);
        Require(TestExamples is >= 100 and <= 50_000, DropoutRegularizationText.AveragingBadTestExamples, TestExamples);
        Learner.Validate();
        Require(Steps >= 1, DropoutRegularizationText.AveragingBadSteps, Steps);
        Require(Rate is > 0 and < 1, DropoutRegularizationText.AveragingBadRate, Rate);
        Require(Sampled is >= DropoutAveraging.Claimed and <= 1000, DropoutRegularizationText.AveragingBadSampled, Sampled);
        Require(Repeats >= 1, DropoutRegularizationText.AveragingBadRepeats, Repeats);
        Require(Runs >= 2, DropoutRegularizationText.BadRuns, Runs);
        Require(Threads >= 1, DropoutRegularizationText.BadThreads, Threads);
    }

    private static void Require(bool held, string message, object value)
    {
        if (!held)
            throw new ArgumentException(Text.Format(message, value));
    }
}
