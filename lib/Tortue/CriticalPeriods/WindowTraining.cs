namespace Tortue.CriticalPeriods;

/// <summary>Two networks that were one up to the onset of a window.</summary>
/// <param name="Rate">The learning rate up to the end of the window.</param>
/// <param name="Seed">The seed of the weights and of the order of the images.</param>
/// <param name="Onset">Clean epochs before the window.</param>
/// <param name="AtOnset">Share of the clean test images that were right at the onset, 0 to 1.</param>
/// <param name="Without">Share that is right in the end without a deficit in the window, 0 to 1.</param>
/// <param name="With">Share that is right in the end with it, 0 to 1.</param>
public sealed record WindowTraining(WindowRate Rate, ulong Seed, int Onset, double AtOnset, double Without, double With);
