namespace Tortue.DropoutRegularization;

/// <summary>What a network reached that was trained with one probability.</summary>
/// <param name="Rule">How its width follows from the probability.</param>
/// <param name="Keep">The probability p of keeping a hidden unit, above 0 and at most 1.</param>
/// <param name="Seed">Its seed.</param>
/// <param name="LearningRate">Its first learning rate.</param>
/// <param name="TestError">Share of the test images that it gets wrong, without dropout, 0 to 1.</param>
/// <param name="TrainingError">Likewise of the images that it learnt from.</param>
public sealed record DropoutRateTraining(
    WidthRule Rule, double Keep, ulong Seed, double LearningRate, double TestError, double TrainingError);
