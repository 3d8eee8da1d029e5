using Tortue.Experiments;

namespace Tortue.DropoutRegularization;

/// <summary>
/// Finds a learning rate for each of the networks that an experiment compares, as one who wanted the best of each would: by what a network
/// of another seed gets wrong of images that are neither learnt from nor tested. What is compared is dropout then, and not which strength
/// of it suits one learning rate.
/// </summary>
internal static class RateSearch
{
    /// <summary>Tries all rates for all kinds of network.</summary>
    /// <param name="run">The run that this is part of; each training is a cell.</param>
    /// <param name="kinds">The kinds of network.</param>
    /// <param name="name">The name of a kind, for its cells.</param>
    /// <param name="rates">Learning rates, ascending.</param>
    /// <param name="error">Trains a network with a learning rate: its validation error.</param>
    /// <param name="threads">How many threads may work.</param>
    /// <returns>The rate with the lowest error for each kind; the smallest of several.</returns>
    public static IReadOnlyDictionary<TKind, double> Run<TKind>(
        ExperimentRun run,
        IReadOnlyList<TKind> kinds,
        Func<TKind, string> name,
        IReadOnlyList<double> rates,
        Func<TKind, double, double> error,
        int threads)
        where TKind : notnull
    {
        (TKind Kind, double Rate)[] jobs = [.. from kind in kinds from rate in rates select (kind, rate)];
        var errors = ParallelCells.Run(
            run, jobs, job => Text.Format("{0}/rate {1}", name(job.Kind), job.Rate), job => error(job.Kind, job.Rate), threads);
        return jobs.Zip(errors)
            .GroupBy(pair => pair.First.Kind)
            .ToDictionary(group => group.Key, group => group.MinBy(pair => pair.Second).First.Rate);
    }
}
