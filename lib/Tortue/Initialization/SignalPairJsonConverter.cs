using Tortue.Models;

namespace Tortue.Initialization;

/// <summary>Writes a pair as its name.</summary>
internal sealed class SignalPairJsonConverter() : NameJsonConverter<SignalPair>(SignalPair.Parse, value => value.Name);
