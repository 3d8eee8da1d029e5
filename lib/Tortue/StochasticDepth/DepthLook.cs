namespace Tortue.StochasticDepth;

/// <summary>A look at a network while it learns.</summary>
/// <param name="Epoch">Epochs learnt, from 1 on.</param>
/// <param name="TestError">Errors on the test set, with all blocks, in per cent; null where it was not tested.</param>
/// <param name="TrainingLoss">Mean training loss since the last look, with the blocks that took part, in nats.</param>
/// <param name="FirstGradient">Mean absolute value of the gradient of the first block's first convolution, over its weights and over the
/// minibatches since the last look in which the block took part.</param>
public sealed record DepthLook(int Epoch, double? TestError, double TrainingLoss, double FirstGradient);
