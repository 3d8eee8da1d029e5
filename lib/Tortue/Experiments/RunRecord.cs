namespace Tortue.Experiments;

/// <summary>How, with what and when an experiment was run.</summary>
/// <param name="Seed">The seed of all its random numbers.</param>
/// <param name="Engine">What computed it.</param>
/// <param name="Version">The version of this library.</param>
/// <param name="Started">When it began.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Threads">How many threads worked.</param>
public sealed record RunRecord(ulong Seed, string Engine, string Version, DateTimeOffset Started, double Seconds, int Threads)
{
    /// <summary>The record of a run that has not ended: for charts that are drawn meanwhile.</summary>
    /// <param name="seed">The seed of all its random numbers.</param>
    /// <param name="threads">How many threads work.</param>
    internal static RunRecord UnderWay(ulong seed, int threads) => new(seed, Course.EngineName, "", DateTimeOffset.UnixEpoch, 0, threads);
}
