using Tortue.Models;

namespace Tortue.Gradients;

/// <summary>One network after one epoch.</summary>
/// <param name="Scheme">How it started.</param>
/// <param name="Depth">Its residual blocks.</param>
/// <param name="Seed">The seed of its weights and of the order of the images.</param>
/// <param name="Accuracy">Share of the test images that are right, 0 to 1; that of guessing where training diverged.</param>
/// <param name="Diverged">Whether the loss became infinite or not a number.</param>
public sealed record FixupTraining(ResidualScheme Scheme, int Depth, ulong Seed, double Accuracy, bool Diverged);
