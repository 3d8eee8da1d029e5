using Tortue.Data;
using Tortue.Models;
using static TorchSharp.torch;

namespace Tortue.CriticalPeriods;

/// <summary>What learns what, and how: the same in all experiments of the chapter. Stochastic gradient descent with momentum, and a
/// learning rate that falls by the same factor after each epoch.</summary>
/// <remarks>
/// Rate, factor and width were chosen once, by what clean training alone reaches in 20 epochs of 2,000 generated images (two networks each,
/// test accuracy in per cent): rate 0.02, factor 0.85: 65; 0.05, 0.8: 72; 0.05, 0.85: 74; 0.05, 0.9: 78; 0.1, 0.85: 84; 0.05, 0.85 at twice
/// the width: 79. For another number of epochs the factor is such that the last rate is about a twenty-fifth of the first. Nothing was
/// chosen by what a deficit does.
/// </remarks>
public sealed record LearnerOptions
{
    /// <summary>The published setting as far as it is confirmed: All-CNN on all of CIFAR-10, rate 0.05 × 0.97 an epoch, momentum 0.9,
    /// weight decay 0.001, minibatches of 128 (from the replication of G. Prasad, who labels it "Paper SGD").</summary>
    public static LearnerOptions Published { get; } = new()
    {
        Data = ImageSource.Cifar10,
        Examples = 50_000,
        TestExamples = 10_000,
        Network = LearnerNetwork.AllConvolutional,
        Width = (int)AllConvolutional.PublishedWidth,
        BatchSize = 128,
        LearningRate = 0.05,
        Decay = 0.97,
        WeightDecay = 1e-3,
    };

    /// <summary>What is learnt. Default: generated images of 16×16.</summary>
    public ImageSource Data { get; init; } = ImageSource.Generated16;

    /// <summary>Training images, 100 to 50,000; of a real set at most as many as there are. Default: 1,000.</summary>
    public int Examples { get; init; } = 1000;

    /// <summary>Test images, 100 to 50,000; of a real set at most as many as there are. Default: 1,000.</summary>
    public int TestExamples { get; init; } = 1000;

    /// <summary>What learns. Default: a residual network.</summary>
    public LearnerNetwork Network { get; init; } = LearnerNetwork.Residual;

    /// <summary>Channels of the first stage, at least 1; later stages are wider. Default: 8.</summary>
    public int Width { get; init; } = 8;

    /// <summary>Blocks in each of the three stages of a residual network, at least 1: it has 6 blocks + 2 layers. Default: 1.</summary>
    public int Blocks { get; init; } = 1;

    /// <summary>Images in a minibatch, at least 2. Default: 32.</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>Learning rate of a schedule's first epoch, above 0. Default: 0.1.</summary>
    public double LearningRate { get; init; } = 0.1;

    /// <summary>Factor of the learning rate from epoch to epoch, above 0 and at most 1; 1 keeps it. Default: 0.85.</summary>
    public double Decay { get; init; } = 0.85;

    /// <summary>Momentum, from 0 to below 1. Default: 0.9.</summary>
    public double Momentum { get; init; } = 0.9;

    /// <summary>Weight decay λ: λw is added to each gradient; not negative. Default: 5·10⁻⁴.</summary>
    public double WeightDecay { get; init; } = 5e-4;

    /// <summary>Checks every setting against its range.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range; the message says which, and what it may be.</exception>
    public void Validate()
    {
        Require(Examples is >= 100 and <= 50_000, CriticalPeriodsText.BadExamples, Examples);
        Require(TestExamples is >= 100 and <= 50_000, CriticalPeriodsText.BadTestExamples, TestExamples);
        Require(Width >= 1, CriticalPeriodsText.BadWidth, Width);
        Require(Blocks >= 1, CriticalPeriodsText.BadBlocks, Blocks);
        Require(BatchSize >= 2, CriticalPeriodsText.BadBatchSize, BatchSize);
        Require(LearningRate > 0 && double.IsFinite(LearningRate), CriticalPeriodsText.BadLearningRate, LearningRate);
        Require(Decay is > 0 and <= 1, CriticalPeriodsText.BadDecay, Decay);
        Require(Momentum is >= 0 and < 1, CriticalPeriodsText.BadMomentum, Momentum);
        Require(WeightDecay >= 0 && double.IsFinite(WeightDecay), CriticalPeriodsText.BadWeightDecay, WeightDecay);
    }

    /// <summary>The learning rate of a schedule's epoch.</summary>
    /// <param name="epoch">From 0 on.</param>
    public double RateAt(int epoch) => LearningRate * Math.Pow(Decay, epoch);

    /// <summary>A network with weights drawn by the engine's generator.</summary>
    /// <param name="inputChannels">1 for grey, 3 for colour.</param>
    /// <param name="classes">Number of outputs.</param>
    public nn.Module<Tensor, Tensor> Make(long inputChannels, int classes) => Network == LearnerNetwork.Residual
        ? ResNet.Small(inputChannels, classes, Blocks, Width)
        : new AllConvolutional(inputChannels, classes, Width);

    private static void Require(bool held, string message, object value)
    {
        if (!held)
            throw new ArgumentException(Text.Format(message, value));
    }
}
