namespace Tortue.Gradients;

/// <summary>How many random networks of one size break the slide's bound.</summary>
/// <param name="Depth">Layers L.</param>
/// <param name="Width">Units of every layer.</param>
/// <param name="Share">The share in which some unit of some layer does, 0 to 1.</param>
public sealed record SlideBoundShare(int Depth, int Width, double Share);
