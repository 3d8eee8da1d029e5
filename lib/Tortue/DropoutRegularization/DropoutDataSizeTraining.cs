namespace Tortue.DropoutRegularization;

/// <summary>What two networks reached that began with the same weights and saw the same minibatches, one with dropout and one
/// without.</summary>
/// <param name="Size">How many images they learnt from.</param>
/// <param name="Seed">Their seed, which chose these images too.</param>
/// <param name="PlainLearningRate">Without dropout: first learning rate.</param>
/// <param name="DropoutLearningRate">With dropout: first learning rate.</param>
/// <param name="PlainTestError">Without dropout: share of the test images that it gets wrong, 0 to 1.</param>
/// <param name="PlainTrainingError">Without dropout: share of the images that it learnt from, likewise.</param>
/// <param name="DropoutTestError">With dropout (none while it is tested): share of the test images.</param>
/// <param name="DropoutTrainingError">With dropout (none while it is tested): share of the images that it learnt from.</param>
public sealed record DropoutDataSizeTraining(
    int Size,
    ulong Seed,
    double PlainLearningRate,
    double DropoutLearningRate,
    double PlainTestError,
    double PlainTrainingError,
    double DropoutTestError,
    double DropoutTrainingError)
{
    /// <summary>By how much the test error is lower with dropout, in shares of the test images.</summary>
    internal double Gain => PlainTestError - DropoutTestError;
}
