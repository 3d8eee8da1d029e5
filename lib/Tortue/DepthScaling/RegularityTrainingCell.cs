namespace Tortue.DepthScaling;

/// <summary>How well networks of one regularity and one scaling learn: the same first weights with every learning rate.</summary>
/// <param name="Hurst">The Hurst exponent H of the first weights.</param>
/// <param name="Beta">The exponent β of α_L = L^(−β).</param>
/// <param name="Seed">The seed of the weights and of the order of the images.</param>
/// <param name="Growth">How much the network changes test images before training, ‖h_L − h_0‖/‖h_0‖ over all of them.</param>
/// <param name="Accuracies">The share of test images that it gets right after training with each learning rate, in the settings' order;
/// null where its loss became infinite or no number.</param>
public sealed record RegularityTrainingCell(
    double Hurst, double Beta, ulong Seed, double Growth, IReadOnlyList<double?> Accuracies);
