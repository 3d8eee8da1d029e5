using Tortue.Experiments;

namespace Tortue.DropoutRegularization;

/// <summary>The settings of <see cref="DropoutRidge"/>.</summary>
/// <remarks>The claim is exact, so nothing here decides about it but the number of steps and runs: they make the error of chance small enough
/// to tell ridge from what is not.</remarks>
public sealed record DropoutRidgeOptions : IExperimentOptions<DropoutRidgeOptions>
{
    /// <summary>Three rates, 16 runs of 8,192 steps each: two seconds.</summary>
    public static DropoutRidgeOptions Quick { get; } = new();

    /// <summary>Three rates, 48 runs of 65,536 steps each: half a minute.</summary>
    public static DropoutRidgeOptions Standard { get; } = new() { Doublings = 6, Runs = 48 };

    /// <summary>Twenty inputs, five rates, 80 runs of 262,144 steps. The paper has a derivation and no figure.</summary>
    public static DropoutRidgeOptions Full { get; } = new()
    {
        Examples = 200,
        Inputs = 20,
        Rates = [0.1, 0.2, 0.5, 0.7, 0.8],
        Doublings = 8,
        Runs = 80,
    };

    /// <summary>Examples of the regression, at least five times as many as inputs, at most 1,000. Default: 40.</summary>
    public int Examples { get; init; } = 40;

    /// <summary>Inputs, 4 to 50; their standard deviations go from 0.6 to 1.8, and each two of them have the correlation 0.3. Default: 8.</summary>
    public int Inputs { get; init; } = 8;

    /// <summary>Probabilities that an input is dropped, one to five numbers, ascending, above 0 and at most 0.8. Default: 0.2, 0.5,
    /// 0.8.</summary>
    public IReadOnlyList<double> Rates { get; init; } = [0.2, 0.5, 0.8];

    /// <summary>Training is looked at after <see cref="DropoutRidge.FirstLook"/> steps, and whenever their number has doubled, so often: 2 to
    /// 12. Default: 3, that is 8,192 steps.</summary>
    public int Doublings { get; init; } = 3;

    /// <summary>Trainings at each rate, each with masks of its own, on the same examples; 2 or more: a standard error needs as many.
    /// Default: 16.</summary>
    [Repetitions]
    public int Runs { get; init; } = 16;

    /// <summary>The seed of the examples; the masks of a run follow from it and the run's number. Default: 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many threads may work, at least 1; the result does not depend on it. Default: one a core.</summary>
    public int Threads { get; init; } = ParallelJobs.DefaultThreads;

    /// <summary>Numbers of steps at which training is looked at, ascending.</summary>
    internal int[] Looks() => [.. Enumerable.Range(0, Doublings + 1).Select(doubling => DropoutRidge.FirstLook << doubling)];

    /// <summary>Checks every setting against its range.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range; the message says which, and what it may be.</exception>
    public void Validate()
    {
        const int MostRates = 5;
        Require(Inputs is >= 4 and <= 50, DropoutRegularizationText.RidgeBadInputs, Inputs);
        Require(Examples >= 5 * Inputs && Examples <= 1000, DropoutRegularizationText.RidgeBadExamples, Examples, 5 * Inputs);
        Require(
            Rates.Count is >= 1 and <= MostRates && Rates[0] > 0 && Rates[^1] <= 0.8
                && Rates.Zip(Rates.Skip(1)).All(pair => pair.First < pair.Second),
            DropoutRegularizationText.RidgeBadRates,
            MostRates);
        Require(Doublings is >= 2 and <= 12, DropoutRegularizationText.RidgeBadDoublings, Doublings);
        Require(Runs >= 2, DropoutRegularizationText.BadRuns, Runs);
        Require(Threads >= 1, DropoutRegularizationText.BadThreads, Threads);
    }

    private static void Require(bool held, string message, params object[] values)
    {
        if (!held)
            throw new ArgumentException(Text.Format(message, values));
    }
}
