namespace Tortue.Models;

/// <summary>Writes an initialisation as its name.</summary>
internal sealed class WeightInitJsonConverter() : NameJsonConverter<WeightInit>(WeightInit.Parse, value => value.Name);
