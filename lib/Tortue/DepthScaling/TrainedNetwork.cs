namespace Tortue.DepthScaling;

/// <summary>What training did to the weights V of one network.</summary>
/// <param name="Beta">The exponent β of α_L = L^(−β).</param>
/// <param name="Path">How its weights depended on each other along the depth at first.</param>
/// <param name="Seed">The seed of its weights and of the order of the images.</param>
/// <param name="Before">Their roughness before, see <see cref="WeightRoughness"/>.</param>
/// <param name="After">Their roughness after; not a number where training ended in infinite weights.</param>
/// <param name="OfChange">The roughness of what training added, V_after − V_before.</param>
/// <param name="Moved">How far training moved them: ‖V_after − V_before‖/‖V_before‖.</param>
/// <param name="TestAccuracy">The share of test images that the network gets right after training; null when its loss became
/// infinite.</param>
/// <param name="Trace">One weight along the depth; kept of the first network of each case.</param>
public sealed record TrainedNetwork(
    double Beta,
    WeightPath Path,
    ulong Seed,
    double Before,
    double After,
    double OfChange,
    double Moved,
    double? TestAccuracy,
    WeightTrace? Trace);
