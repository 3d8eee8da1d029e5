using Tortue.Models;

namespace Tortue.Initialization;

/// <summary>One training of <see cref="HeDepth"/>.</summary>
/// <param name="Depth">Number of linear layers.</param>
/// <param name="Init">How the weights were drawn.</param>
/// <param name="LearningRate">The learning rate.</param>
/// <param name="Seed">Of weights and order.</param>
/// <param name="Losses">The mean training loss of each epoch, in nats; of those that were finished.</param>
/// <param name="Diverged">Whether the loss stopped being a number.</param>
public sealed record HeDepthTraining(
    int Depth, WeightInit Init, double LearningRate, ulong Seed, IReadOnlyList<double> Losses, bool Diverged)
{
    /// <summary>The last epoch's loss; infinite when the training diverged.</summary>
    public double FinalLoss => Diverged ? double.PositiveInfinity : Losses[^1];
}
