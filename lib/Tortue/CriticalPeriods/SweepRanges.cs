using Tortue.Experiments;

namespace Tortue.CriticalPeriods;

/// <summary>Ranges of settings that the experiments of the chapter share.</summary>
internal static class SweepRanges
{
    /// <summary>Checks the settings of a sweep over epochs.</summary>
    /// <exception cref="ArgumentException">One of them is out of its range.</exception>
    public static void Validate(IReadOnlyList<int> removalEpochs, int cleanEpochs, int runs, int threads)
    {
        if (removalEpochs.Count < 2 || removalEpochs[0] != 0 || !removalEpochs.IsAscending())
            throw new ArgumentException(CriticalPeriodsText.BadRemovalEpochs);
        Validate(cleanEpochs, runs, threads);
    }

    /// <summary>Checks the settings that are there without removals too.</summary>
    /// <exception cref="ArgumentException">One of them is out of its range.</exception>
    public static void Validate(int cleanEpochs, int runs, int threads)
    {
        if (cleanEpochs < 1)
            throw new ArgumentException(Text.Format(CriticalPeriodsText.BadCleanEpochs, cleanEpochs));
        if (runs < 2)
            throw new ArgumentException(Text.Format(CriticalPeriodsText.BadRuns, runs));
        if (threads < 1)
            throw new ArgumentException(Text.Format(CriticalPeriodsText.BadThreads, threads));
    }
}
