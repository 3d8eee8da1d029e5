namespace Tortue.Gradients;

/// <summary>One kind of network at one kind of inputs.</summary>
/// <param name="Inputs">Where the gradients were taken.</param>
/// <param name="Wiring">How the layers follow each other.</param>
/// <param name="Depths">One for each depth, in the settings' order.</param>
public sealed record GradientCurve(GradientInputs Inputs, NetworkWiring Wiring, IReadOnlyList<GradientDepth> Depths);
