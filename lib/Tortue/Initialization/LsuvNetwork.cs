using Tortue.Models;

namespace Tortue.Initialization;

/// <summary>What was measured of one network, layer by layer from the input on.</summary>
/// <param name="Activation">σ.</param>
/// <param name="Depth">Number of layers.</param>
/// <param name="SameMinibatch">Rescalings of each layer when all measurements see the same minibatch.</param>
/// <param name="NewMinibatches">Rescalings of each layer when every measurement sees a new one.</param>
/// <param name="Reached">How many of the layers ended within the tolerance, of both runs together.</param>
/// <param name="Variances">Variance of each layer's output on images that no initialisation saw, by the initialisation's name: "lsuv",
/// "orthogonal", "he_normal", "glorot_normal".</param>
public sealed record LsuvNetwork(
    Activation Activation,
    int Depth,
    IReadOnlyList<int> SameMinibatch,
    IReadOnlyList<int> NewMinibatches,
    int Reached,
    IReadOnlyDictionary<string, IReadOnlyList<double>> Variances);
