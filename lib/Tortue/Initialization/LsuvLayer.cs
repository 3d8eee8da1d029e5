namespace Tortue.Initialization;

/// <summary>What <see cref="Lsuv"/> did to one layer.</summary>
/// <param name="Name">The layer's kind and weight, for example "Linear [10, 128]".</param>
/// <param name="VarianceBefore">Variance of its output with orthonormal weights.</param>
/// <param name="VarianceAfter">The last variance that was measured.</param>
/// <param name="Rescalings">How often its weights were divided by the measured deviation.</param>
/// <param name="Reached">Whether the last variance is within the tolerance.</param>
public sealed record LsuvLayer(string Name, double VarianceBefore, double VarianceAfter, int Rescalings, bool Reached);
