namespace Tortue.Foundations;

/// <summary>A short training with one learning rate.</summary>
/// <param name="LearningRate">The learning rate.</param>
/// <param name="Losses">Mean training loss of each finished epoch.</param>
/// <param name="Diverged">Whether the loss became infinite or no number.</param>
public sealed record RangeTestTrial(double LearningRate, IReadOnlyList<double> Losses, bool Diverged)
{
    /// <summary>The loss at the end; infinite for a training that diverged.</summary>
    internal double Final => Diverged || Losses.Count == 0 ? double.PositiveInfinity : Losses[^1];
}
