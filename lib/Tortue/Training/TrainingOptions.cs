using Tortue.Data;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;
using static TorchSharp.torch.optim.lr_scheduler;

namespace Tortue.Training;

/// <summary>The settings of <see cref="Fitting"/>.</summary>
public sealed record TrainingOptions
{
    /// <summary>How often training sees every example, at least 1. Default: 10.</summary>
    public int Epochs { get; init; } = 10;

    /// <summary>Examples in a minibatch, at least 1; more than there are makes gradient descent on the whole set. Default: 64.</summary>
    public int BatchSize { get; init; } = 64;

    /// <summary>Makes the optimiser for the model's parameters. Default: SGD, rate 0.1, momentum 0.9.</summary>
    public Func<IEnumerable<TorchSharp.Modules.Parameter>, Optimizer> Optimizer { get; init; } =
        parameters => SGD(parameters, learningRate: 0.1, momentum: 0.9);

    /// <summary>Makes the schedule of the learning rate; null leaves it as it is. Default: null.</summary>
    public Func<Optimizer, LRScheduler>? Schedule { get; init; }

    /// <summary>Whether the schedule moves on after each epoch or after each step. Default: after each epoch.</summary>
    public ScheduleUnit ScheduleUnit { get; init; } = ScheduleUnit.Epoch;

    /// <summary>The loss of a minibatch from outputs and labels, a scalar. Default: mean cross-entropy.</summary>
    public Func<Tensor, Tensor, Tensor> Loss { get; init; } = (outputs, labels) => nn.functional.cross_entropy(outputs, labels);

    /// <summary>Early stopping: how many epochs may pass without a lower validation loss, at least 1; null never stops. The best epoch's
    /// weights are put back. Default: null.</summary>
    public int? Patience { get; init; }

    /// <summary>Largest norm of the gradient of all parameters together, above 0; null does not clip. Default: null.</summary>
    public double? LargestGradientNorm { get; init; }

    /// <summary>Random changes of the training images; null leaves them. Default: null.</summary>
    public Augmentation? Augmentation { get; init; }

    /// <summary>The seed of the order of the examples and of the augmentation. Weights and dropout draw from the engine's own generator:
    /// call <c>manual_seed</c> before the model is made. Default: 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Told of each step and each epoch. Default: nobody.</summary>
    public IReadOnlyList<ITrainingObserver> Observers { get; init; } = [];

    /// <summary>Checks every setting against its range.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range; the message says which, and what it may be.</exception>
    public void Validate()
    {
        if (Epochs < 1)
            throw new ArgumentException(Text.Format(TrainingText.BadEpochs, Epochs));
        if (BatchSize < 1)
            throw new ArgumentException(Text.Format(TrainingText.BadBatchSize, BatchSize));
        if (Patience < 1)
            throw new ArgumentException(Text.Format(TrainingText.BadPatience, Patience));
        if (LargestGradientNorm is not (null or > 0))
            throw new ArgumentException(Text.Format(TrainingText.BadGradientNorm, LargestGradientNorm));
    }
}
