using Tortue.Models;

namespace Tortue.Initialization;

/// <summary>One training of <see cref="DeadRelus"/>.</summary>
/// <param name="Activation">ReLU or leaky ReLU.</param>
/// <param name="Bias">The hidden layers' biases at the start.</param>
/// <param name="LearningRate">The learning rate.</param>
/// <param name="Seed">Of weights and order.</param>
/// <param name="Shares">Before training and after each epoch, the share of each hidden layer's units that are above 0 on no training
/// image, 0 to 1.</param>
/// <param name="Returned">For each hidden layer, of the units that were so at some time, the share that is not at the end; 0 when there
/// was none.</param>
/// <param name="Accuracy">Share of the training images that the last epoch classified right, 0 to 1.</param>
/// <param name="Diverged">Whether the loss stopped being a number.</param>
public sealed record DeadRelusNetwork(
    Activation Activation,
    double Bias,
    double LearningRate,
    ulong Seed,
    IReadOnlyList<IReadOnlyList<double>> Shares,
    IReadOnlyList<double> Returned,
    double Accuracy,
    bool Diverged);
