namespace Tortue.DropoutRegularization;

/// <summary>Ranges of settings that the experiments of the chapter share.</summary>
internal static class DropoutRanges
{
    /// <summary>Checks them.</summary>
    /// <exception cref="ArgumentException">One of them is out of its range.</exception>
    public static void Validate(int examples, int testExamples, int steps, int runs, int threads)
    {
        Require(examples is >= 100 and <= 60_000, DropoutRegularizationText.BadExamples, examples);
        Require(testExamples is >= 100 and <= 50_000, DropoutRegularizationText.BadTestExamples, testExamples);
        Require(steps >= 1, DropoutRegularizationText.BadSteps, steps);
        Require(runs >= 2, DropoutRegularizationText.BadRuns, runs);
        Require(threads >= 1, DropoutRegularizationText.BadThreads, threads);
    }

    /// <summary>Checks what a learning rate is chosen from.</summary>
    /// <exception cref="ArgumentException">One of them is out of its range.</exception>
    public static void Validate(IReadOnlyList<double> learningRates, int validationExamples)
    {
        if (learningRates.Count > 0 && !(IsAscending(learningRates) && learningRates[0] > 0 && double.IsFinite(learningRates[^1])))
            throw new ArgumentException(DropoutRegularizationText.BadLearningRates);
        Require(validationExamples is >= 100 and <= 10_000, DropoutRegularizationText.BadValidationExamples, validationExamples);
    }

    /// <summary>Whether there are numbers and each is greater than the one before.</summary>
    public static bool IsAscending<T>(IReadOnlyList<T> numbers)
        where T : IComparable<T> =>
        numbers.Count > 0 && numbers.Zip(numbers.Skip(1)).All(pair => pair.First.CompareTo(pair.Second) < 0);

    private static void Require(bool held, string message, int value)
    {
        if (!held)
            throw new ArgumentException(Text.Format(message, value));
    }
}
