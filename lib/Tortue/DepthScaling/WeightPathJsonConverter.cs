using Tortue.Models;

namespace Tortue.DepthScaling;

/// <summary>Writes a path of weights as its name.</summary>
internal sealed class WeightPathJsonConverter() : NameJsonConverter<WeightPath>(WeightPath.Parse, value => value.Name);
