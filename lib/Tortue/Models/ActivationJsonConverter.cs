namespace Tortue.Models;

/// <summary>Writes an activation as its name.</summary>
internal sealed class ActivationJsonConverter() : NameJsonConverter<Activation>(Activation.Parse, value => value.Name);
