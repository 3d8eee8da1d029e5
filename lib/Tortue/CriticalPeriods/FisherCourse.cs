namespace Tortue.CriticalPeriods;

/// <summary>One training of <see cref="FisherTraining"/>.</summary>
/// <param name="Deficit">What was wrong with what the network saw.</param>
/// <param name="Lifted">Whether that ended after the first epochs; otherwise it lasted.</param>
/// <param name="Seed">The seed of its weights and of the order of the images.</param>
/// <param name="Layers">The names of its layers with weights, from the input on.</param>
/// <param name="Looks">The network before the first step, after each of the first epochs, and then now and again.</param>
public sealed record FisherCourse(
    Deficit Deficit, bool Lifted, ulong Seed, IReadOnlyList<string> Layers, IReadOnlyList<FisherLook> Looks);
