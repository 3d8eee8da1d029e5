using Tortue.Experiments;

namespace Tortue.CriticalPeriods;

/// <summary>The settings of <see cref="FisherTraining"/>.</summary>
public sealed record FisherTrainingOptions : IExperimentOptions<FisherTrainingOptions>
{
    /// <summary>One network without deficit, one with a blur and one whose blur is lifted: about ten seconds.</summary>
    public static FisherTrainingOptions Quick { get; } = new();

    /// <summary>The paper's kind of network, five of each kind, more images, and two deficits to compare with: about seven minutes on two
    /// cores.</summary>
    public static FisherTrainingOptions Standard { get; } = new()
    {
        Learner = new()
        {
            Network = LearnerNetwork.AllConvolutional,
            LearningRate = 0.05,
            Decay = 1,
            TestExamples = 500,
        },
        Others = [Deficit.LabelPermutation, Deficit.Noise],
        Epochs = 100,
        LiftedAfter = 10,
        Runs = 5,
        Minibatches = 100,
    };

    /// <summary>The published network and schedule on CIFAR-10, every deficit.</summary>
    public static FisherTrainingOptions Full { get; } = new()
    {
        Learner = LearnerOptions.Published,
        Others = [Deficit.VerticalFlip, Deficit.LabelPermutation, Deficit.Noise],
        Epochs = 200,
        LiftedAfter = 40,
        Runs = 3,
        Minibatches = 500,
    };

    /// <summary>What learns what, and how. Default: a residual network of width 8 on 400 generated images of 16×16 at a constant rate, so
    /// that no schedule can be taken for a critical period.</summary>
    public LearnerOptions Learner { get; init; } = new() { LearningRate = 0.05, Decay = 1, Examples = 400, TestExamples = 200 };

    /// <summary>Deficits besides the blur that last all along, each at most once. Default: none.</summary>
    public IReadOnlyList<Deficit> Others { get; init; } = [];

    /// <summary>Epochs of training, at least 4. Default: 20.</summary>
    public int Epochs { get; init; } = 20;

    /// <summary>After how many epochs the blur ends in the networks in which it does, at least 1, below <see cref="Epochs"/>.
    /// Default: 4.</summary>
    public int LiftedAfter { get; init; } = 4;

    /// <summary>Networks of each kind, at least 1. Default: 1.</summary>
    [Repetitions]
    public int Runs { get; init; } = 1;

    /// <summary>Minibatches of <see cref="FisherTraining.FisherBatch"/> images in an estimate of the trace, at least 2.
    /// Default: 25.</summary>
    public int Minibatches { get; init; } = 25;

    /// <summary>Whether the trace is taken on the images as they are, also where training sees others. Otherwise it is taken on what
    /// training sees at that time. Default: false.</summary>
    public bool OnCleanImages { get; init; }

    /// <summary>The seed of images, noise and permutation; network number r has seed + r. Default: 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many threads may work, at least 1, each on a network of its own; the result does not depend on it. Default: one a
    /// core.</summary>
    public int Threads { get; init; } = ParallelJobs.DefaultThreads;

    /// <summary>Checks every setting against its range.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range; the message says which, and what it may be.</exception>
    public void Validate()
    {
        Learner.Validate();
        if (Others.Distinct().Count() != Others.Count || Others.Any(other => other is Deficit.None or Deficit.Blur))
            throw new ArgumentException(CriticalPeriodsText.TraceBadOthers);
        if (Epochs < 4)
            throw new ArgumentException(Text.Format(CriticalPeriodsText.TraceBadEpochs, Epochs));
        if (LiftedAfter < 1 || LiftedAfter >= Epochs)
            throw new ArgumentException(Text.Format(CriticalPeriodsText.TraceBadLift, LiftedAfter, Epochs - 1));
        if (Runs < 1)
            throw new ArgumentException(Text.Format(CriticalPeriodsText.TraceBadRuns, Runs));
        if (Minibatches < 2)
            throw new ArgumentException(Text.Format(CriticalPeriodsText.TraceBadMinibatches, Minibatches));
        if (Threads < 1)
            throw new ArgumentException(Text.Format(CriticalPeriodsText.BadThreads, Threads));
    }

    /// <summary>The kinds of networks: without deficit, blurred all along, blurred at first, and the others.</summary>
    internal IReadOnlyList<(Deficit Deficit, bool Lifted)> Kinds =>
        [(Deficit.None, false), (Deficit.Blur, false), (Deficit.Blur, true), .. Others.Select(other => (other, false))];

    /// <summary>After how many epochs networks are looked at: after each of the first, around the lifting, and then some twelve
    /// times.</summary>
    internal int[] Looks()
    {
        int every = Math.Max(1, Epochs / 12);
        return [.. Enumerable.Range(0, Epochs + 1).Where(epoch =>
            epoch <= 6 || epoch % every == 0 || epoch == Epochs || (epoch >= LiftedAfter && epoch <= LiftedAfter + 2))];
    }
}
