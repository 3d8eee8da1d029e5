namespace Tortue.StochasticDepth;

/// <summary>Ranges of settings that the chapter's experiments share.</summary>
internal static class DepthRanges
{
    /// <summary>Most kinds of networks that can be told apart in a figure.</summary>
    public const int MostKinds = 5;

    /// <summary>Checks what every experiment has.</summary>
    /// <exception cref="ArgumentException">One of them is out of its range.</exception>
    public static void Validate(int runs, int threads)
    {
        Require(runs >= 2, StochasticDepthText.BadRuns, runs);
        Require(threads >= 1, StochasticDepthText.BadThreads, threads);
    }

    /// <summary>Checks the survival probability of the last block of a network that is to have stochastic depth.</summary>
    /// <exception cref="ArgumentException">It is out of its range.</exception>
    public static void Survival(double last) => Require(last is > 0 and < 1, StochasticDepthText.BadLastSurvival, last);

    /// <summary>Refuses a setting.</summary>
    /// <exception cref="ArgumentException">It is out of its range.</exception>
    public static void Require(bool held, string message, object value)
    {
        if (!held)
            throw new ArgumentException(Text.Format(message, value));
    }
}
