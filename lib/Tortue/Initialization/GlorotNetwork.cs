using Tortue.Models;

namespace Tortue.Initialization;

/// <summary>What one network of <see cref="GlorotHistograms"/> showed.</summary>
/// <param name="Init">How its weights were drawn.</param>
/// <param name="Seed">Their seed.</param>
/// <param name="Layers">One for each hidden layer, from the first.</param>
public sealed record GlorotNetwork(WeightInit Init, ulong Seed, IReadOnlyList<GlorotLayer> Layers);
