using Tortue.Data;

namespace Tortue.StochasticDepth;

/// <summary>What learns what, and how: the same in the chapter's experiments on test errors and gradients. Stochastic gradient descent with
/// Nesterov's momentum, and a learning rate that falls to a tenth at ½ of the epochs and again at ¾, as in the paper (250 and 375 of
/// 500).</summary>
/// <remarks>
/// The rate was chosen by what constant depth alone does: see <see cref="DepthSweep"/>. Only this width was tried. There are 80 epochs
/// because after 30, which were tried first and with both kinds, networks with stochastic depth had not learnt yet. The images are shown as
/// they are, not shifted or mirrored: the paper has both settings.
/// </remarks>
public sealed record DepthLearnerOptions
{
    /// <summary>CIFAR-10 as in the paper (section 4), whose training set has 45,000 images and 5,000 more to choose the best epoch by; here
    /// all 50,000 are trained on, and the last epoch counts. Images are not shifted or mirrored.</summary>
    public static DepthLearnerOptions Published { get; } = new()
    {
        Data = ImageSource.Cifar10,
        Examples = 50_000,
        TestExamples = 10_000,
        Width = 16,
        BatchSize = 128,
        LearningRate = 0.1,
        Epochs = 500,
    };

    /// <summary>What is learnt. Default: generated images of 16×16.</summary>
    public ImageSource Data { get; init; } = ImageSource.Generated16;

    /// <summary>Training images, 100 to 50,000; of a real set at most as many as there are. Default: 500.</summary>
    public int Examples { get; init; } = 500;

    /// <summary>Test images, 100 to 50,000; of a real set at most as many as there are. Default: 1,000.</summary>
    public int TestExamples { get; init; } = 1000;

    /// <summary>Channels of the first stage, at least 1; each later stage has twice as many as the one before. Default: 8.</summary>
    public int Width { get; init; } = 8;

    /// <summary>Images in a minibatch, at least 2. Default: 32.</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>Learning rate of the first half of the epochs, above 0. Default: 0.05.</summary>
    public double LearningRate { get; init; } = 0.05;

    /// <summary>Momentum, above 0 and below 1. Default: 0.9, the paper's.</summary>
    public double Momentum { get; init; } = 0.9;

    /// <summary>Weight decay λ: λw is added to each gradient; not negative. Default: 10⁻⁴, the paper's.</summary>
    public double WeightDecay { get; init; } = 1e-4;

    /// <summary>Epochs, at least 4. Default: 80.</summary>
    public int Epochs { get; init; } = 80;

    /// <summary>Checks every setting against its range.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range; the message says which, and what it may be.</exception>
    public void Validate()
    {
        DepthRanges.Require(Examples is >= 100 and <= 50_000, StochasticDepthText.BadExamples, Examples);
        DepthRanges.Require(TestExamples is >= 100 and <= 50_000, StochasticDepthText.BadTestExamples, TestExamples);
        DepthRanges.Require(Width >= 1, StochasticDepthText.BadWidth, Width);
        DepthRanges.Require(BatchSize >= 2, StochasticDepthText.BadBatchSize, BatchSize);
        DepthRanges.Require(LearningRate > 0 && double.IsFinite(LearningRate), StochasticDepthText.BadLearningRate, LearningRate);
        DepthRanges.Require(Momentum is > 0 and < 1, StochasticDepthText.BadMomentum, Momentum);
        DepthRanges.Require(WeightDecay >= 0 && double.IsFinite(WeightDecay), StochasticDepthText.BadWeightDecay, WeightDecay);
        DepthRanges.Require(Epochs >= 4, StochasticDepthText.BadEpochs, Epochs);
    }

    /// <summary>The learning rate of an epoch.</summary>
    /// <param name="epoch">From 0 on.</param>
    public double RateAt(int epoch) => LearningRate * (4 * epoch >= 3 * Epochs ? 0.01 : 2 * epoch >= Epochs ? 0.1 : 1);

    /// <summary>Steps of a whole training: minibatches of all epochs.</summary>
    /// <param name="examples">Training images that there are.</param>
    internal long Steps(int examples) => (long)Epochs * ((examples + BatchSize - 1) / BatchSize);
}
