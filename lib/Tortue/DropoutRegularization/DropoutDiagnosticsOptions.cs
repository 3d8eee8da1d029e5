using Tortue.Data;
using Tortue.Experiments;
using Tortue.Models;

namespace Tortue.DropoutRegularization;

/// <summary>The settings of <see cref="DropoutDiagnostics"/>.</summary>
public sealed record DropoutDiagnosticsOptions : IExperimentOptions<DropoutDiagnosticsOptions>
{
    /// <summary>Four small networks of each kind, 300 steps: some two seconds.</summary>
    public static DropoutDiagnosticsOptions Quick { get; } = new();

    /// <summary>Eight networks of each kind on more images, 3,000 steps: less than a minute.</summary>
    public static DropoutDiagnosticsOptions Standard { get; } = new()
    {
        Examples = 10_000,
        TestExamples = 2000,
        Steps = 3000,
        Checkpoints = 20,
        Minibatches = 60,
        Runs = 8,
    };

    /// <summary>All of MNIST, a wide network, and many steps: about a day on two cores. The paper's own network, a vision transformer on
    /// ImageNet, is beyond this library.</summary>
    public static DropoutDiagnosticsOptions Full { get; } = Standard with
    {
        Data = ImageSource.Mnist,
        Examples = 60_000,
        TestExamples = 10_000,
        Width = 1024,
        HiddenLayers = 3,
        Steps = 100_000,
        Checkpoints = 30,
        Minibatches = 100,
    };

    /// <summary>What is learnt. Default: generated images, 1×28×28.</summary>
    public ImageSource Data { get; init; } = ImageSource.Generated28;

    /// <summary>Training images, 100 to 60,000; of a real set at most as many as there are. Default: 2,000.</summary>
    public int Examples { get; init; } = 2000;

    /// <summary>Test images, 100 to 60,000; of a real set at most as many as there are. Default: 500.</summary>
    public int TestExamples { get; init; } = 500;

    /// <summary>Units of each hidden layer, 1 to 4,096. Default: 32.</summary>
    public int Width { get; init; } = 32;

    /// <summary>Hidden layers, 1 to 10, each followed by ReLU and dropout. Default: 2.</summary>
    public int HiddenLayers { get; init; } = 2;

    /// <summary>The probability of a hidden unit to be dropped, above 0 and below 1. Default: 0.1, as in the paper.</summary>
    public double Rate { get; init; } = 0.1;

    /// <summary>Which convention dropout follows. With the same weights, gradients are shorter by about the share that is kept where units
    /// are scaled at test time. Default: at training ("inverted" dropout), as in the paper's code.</summary>
    public DropoutScaling Scaling { get; init; } = DropoutScaling.AtTraining;

    /// <summary>Whether units are dropped in the minibatches of a measurement as they are in training. Otherwise all is measured that
    /// dropout has made of the weights, and nothing of what it does to a gradient itself. Default: true, as in the paper.</summary>
    public bool DropsWhileMeasuring { get; init; } = true;

    /// <summary>What takes the steps. Default: AdamW, as in the paper.</summary>
    public DiagnosticsOptimizer Optimizer { get; init; } = DiagnosticsOptimizer.AdamW;

    /// <summary>The learning rate, above 0, the same all along, so that nothing that is seen late comes from a schedule.
    /// Default: 10⁻³.</summary>
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>Weight decay, 0 or above: AdamW shrinks the weights by rate × decay in each step, SGD adds decay × weights to the gradient
    /// (it is no part of the gradients that are measured). Default: 0.05, as in the paper.</summary>
    public double WeightDecay { get; init; } = 0.05;

    /// <summary>Images in a minibatch, of training and of the measurement, 1 to <see cref="Examples"/>. Default: 50.</summary>
    public int BatchSize { get; init; } = 50;

    /// <summary>Steps of training, at least 30. Default: 300.</summary>
    public int Steps { get; init; } = 300;

    /// <summary>At how many steps a network is looked at, at least 6, evenly spaced on a logarithmic axis from the first step to the last;
    /// where that gives the same step twice, it counts once. Default: 12.</summary>
    public int Checkpoints { get; init; } = 12;

    /// <summary>Minibatches of a measurement, at least 3. Default: 25.</summary>
    public int Minibatches { get; init; } = 25;

    /// <summary>Networks of each kind, 2 or more: a standard error needs as many. Default: 4.</summary>
    [Repetitions]
    public int Runs { get; init; } = 4;

    /// <summary>The seed of the images; network number r, with and without dropout, has seed + r. Default: 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many threads may work, at least 1, each on a network of its own; the result does not depend on it. Default: one a
    /// core.</summary>
    public int Threads { get; init; } = ParallelJobs.DefaultThreads;

    /// <summary>Checks every setting against its range.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range; the message says which, and what it may be.</exception>
    public void Validate()
    {
        Require(Examples is >= 100 and <= 60_000, DropoutRegularizationText.DiagnosticsBadExamples, Examples);
        Require(TestExamples is >= 100 and <= 60_000, DropoutRegularizationText.DiagnosticsBadTestExamples, TestExamples);
        Require(Width is >= 1 and <= 4096, DropoutRegularizationText.DiagnosticsBadWidth, Width);
        Require(HiddenLayers is >= 1 and <= 10, DropoutRegularizationText.DiagnosticsBadLayers, HiddenLayers);
        Require(Rate is > 0 and < 1, DropoutRegularizationText.DiagnosticsBadRate, Rate);
        Require(LearningRate > 0 && double.IsFinite(LearningRate), DropoutRegularizationText.DiagnosticsBadLearningRate, LearningRate);
        Require(WeightDecay >= 0 && double.IsFinite(WeightDecay), DropoutRegularizationText.DiagnosticsBadWeightDecay, WeightDecay);
        if (BatchSize < 1 || BatchSize > Examples)
            throw new ArgumentException(Text.Format(DropoutRegularizationText.DiagnosticsBadBatch, BatchSize, Examples));
        Require(Steps >= 30, DropoutRegularizationText.DiagnosticsBadSteps, Steps);
        Require(Checkpoints >= 6, DropoutRegularizationText.DiagnosticsBadCheckpoints, Checkpoints);
        if (Minibatches < GradientReading.FewestMinibatches)
        {
            throw new ArgumentException(Text.Format(
                DropoutRegularizationText.DiagnosticsTooFew, Minibatches, GradientReading.FewestMinibatches));
        }

        Require(Runs >= 2, DropoutRegularizationText.DiagnosticsBadRuns, Runs);
        Require(Threads >= 1, DropoutRegularizationText.DiagnosticsBadThreads, Threads);
    }

    /// <summary>The steps after which a network is looked at.</summary>
    internal int[] CheckpointSteps() =>
    [
        .. Enumerable.Range(0, Checkpoints).Select(i => (int)Math.Round(Math.Pow(Steps, (double)i / (Checkpoints - 1)))).Distinct(),
    ];

    private static void Require(bool holds, string message, object value)
    {
        if (!holds)
            throw new ArgumentException(Text.Format(message, value));
    }
}
