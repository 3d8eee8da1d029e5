namespace Tortue.DropoutRegularization;

/// <summary>What learns in the experiments of the chapter, and how: a perceptron with ReLU and dropout after each hidden layer, none on
/// its inputs; stochastic gradient descent with momentum, for so many steps.</summary>
public sealed record DropoutLearnerOptions
{
    /// <summary>Widths of the hidden layers, at least one, each at least 1. Default: 128 and 128.</summary>
    public IReadOnlyList<int> Hidden { get; init; } = [128, 128];

    /// <summary>Examples in a minibatch, at least 1. Default: 64.</summary>
    public int BatchSize { get; init; } = 64;

    /// <summary>Learning rate of the first step, above 0; it falls along half a cosine towards 0 at the last. Default: 0.05.</summary>
    public double LearningRate { get; init; } = 0.05;

    /// <summary>Momentum, from 0 to below 1. Default: 0.9.</summary>
    public double Momentum { get; init; } = 0.9;

    /// <summary>Weight decay λ: λw is added to each gradient; not negative. Default: 0.</summary>
    public double WeightDecay { get; init; }

    /// <summary>Checks every setting against its range.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range; the message says which, and what it may be.</exception>
    public void Validate()
    {
        Require(Hidden.Count > 0 && Hidden.All(width => width >= 1), DropoutRegularizationText.BadHidden, string.Join(", ", Hidden));
        Require(BatchSize >= 1, DropoutRegularizationText.BadBatchSize, BatchSize);
        Require(LearningRate > 0 && double.IsFinite(LearningRate), DropoutRegularizationText.BadLearningRate, LearningRate);
        Require(Momentum is >= 0 and < 1, DropoutRegularizationText.BadMomentum, Momentum);
        Require(WeightDecay >= 0 && double.IsFinite(WeightDecay), DropoutRegularizationText.BadWeightDecay, WeightDecay);
    }

    private static void Require(bool held, string message, object value)
    {
        if (!held)
            throw new ArgumentException(Text.Format(message, value));
    }
}
