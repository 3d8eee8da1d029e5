namespace Tortue.Foundations;

/// <summary>The noise of minibatches of one size.</summary>
/// <param name="BatchSize">Examples in a minibatch.</param>
/// <param name="Measured">Root mean square distance between a minibatch's gradient and that of the whole set, over the norm of the
/// latter.</param>
/// <param name="Exact">The same, computed from the gradients of the single examples.</param>
public sealed record GradientNoisePoint(int BatchSize, double Measured, double Exact);
