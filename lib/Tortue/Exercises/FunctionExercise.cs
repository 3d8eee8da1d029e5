namespace Tortue.Exercises;

/// <summary>
/// An exercise whose answer is a function. It is tried on inputs that are drawn anew for each check, beside the solution and beside the
/// misconceptions, which are functions too: an answer that gives what a misconception gives, wherever that differs from the solution, has
/// made its mistake.
/// </summary>
/// <typeparam name="TFunction">The function's delegate type.</typeparam>
/// <typeparam name="TInput">What it is called with; a tuple for several arguments.</typeparam>
/// <typeparam name="TOutput">What it returns.</typeparam>
public sealed class FunctionExercise<TFunction, TInput, TOutput> : Exercise<TFunction>
    where TFunction : Delegate
{
    /// <summary>Draws the inputs of one check: twenty or so, the simplest first, with the cases at the edge.</summary>
    public required Func<Random, IEnumerable<TInput>> Inputs { get; init; }

    /// <summary>Calls the function with an input.</summary>
    public required Func<TFunction, TInput, TOutput> Call { get; init; }

    /// <summary>The arguments' names, for messages.</summary>
    public required IReadOnlyList<string> Arguments { get; init; }

    /// <inheritdoc/>
    private protected override Judgement Judge(TFunction answer, int seed)
    {
        var trials = Run(answer, seed);
        if (trials.Any(trial => trial.IsBlank))
            return Judgement.NotAttempted;

        var expected = Run(Answer.Answer, seed);
        if (FirstDifference(expected, trials) is not { } first)
            return Judgement.Correct;

        // The solution's outputs tell which inputs can tell the mistake from the solution; on the others all agree.
        var known = Misconceptions.FirstOrDefault(wrong => FirstDifference(Run(wrong.Answer, seed), trials) is null);
        return Judgement.Incorrect(known?.Message ?? Message(first, trials[first], expected[first]));
    }

    // Each function gets inputs of its own, since it might write into them.
    private Trial<TInput, TOutput>[] Run(TFunction function, int seed)
    {
        var inputs = Inputs(new Random(seed)).Zip(Inputs(new Random(seed)));
        return [.. inputs.Select(pair => Trial<TInput, TOutput>.Of(pair.First, () => Call(function, pair.Second)))];
    }

    private int? FirstDifference(Trial<TInput, TOutput>[] expected, Trial<TInput, TOutput>[] actual)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            if (!Agree(expected[i], actual[i]))
                return i;
        }

        return null;
    }

    private bool Agree(Trial<TInput, TOutput> expected, Trial<TInput, TOutput> actual) =>
        expected.Error is null && actual.Error is null
            ? Closeness.Agree(expected.Output, actual.Output)
            : expected.Error?.GetType() == actual.Error?.GetType();

    private string Message(int index, Trial<TInput, TOutput> actual, Trial<TInput, TOutput> expected)
    {
        var arguments = ValueText.Arguments(Arguments, actual.Input);
        if (actual.Error is { } error)
            return Text.Format(ExercisesText.Threw, arguments, error.GetType().Name, error.Message);
        var difference = Closeness.Difference(expected.Output, actual.Output)!;
        return Text.Format(
            ExercisesText.WrongOutput, arguments, ValueText.Of(expected.Output), ValueText.Of(actual.Output), difference.InWords);
    }
}
