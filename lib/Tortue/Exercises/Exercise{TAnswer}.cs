namespace Tortue.Exercises;

/// <summary>An exercise whose answer is checked: a <see cref="ValueExercise{TValue}"/> or a
/// <see cref="FunctionExercise{TFunction, TInput, TOutput}"/>.</summary>
/// <typeparam name="TAnswer">What is answered: a number, a vector, a function.</typeparam>
public abstract class Exercise<TAnswer> : Exercise
{
    /// <summary>The solution, run by the checks and shown to students.</summary>
    public required SourceCode<TAnswer> Answer { get; init; }

    /// <summary>Wrong answers with a reason, the first that fits is told. Default: none.</summary>
    public IReadOnlyList<Misconception<TAnswer>> Misconceptions { get; init; } = [];

    /// <summary>How near a number must come: |answer − solution| ≤ 10⁻⁹ + tolerance · |solution|, above 0. Default: 10⁻⁶.</summary>
    public double Tolerance { get; init; } = 1e-6;

    /// <summary>Checks an answer. Inputs are drawn anew each time, so that learning the expected numbers by heart does not help; a grader
    /// gives a seed, by which every student meets the same inputs, and a second grading the same again.</summary>
    /// <param name="answer">The student's answer, or the placeholder.</param>
    /// <returns>A card that says whether it is right, and for a wrong answer where to look. A check throws nothing.</returns>
    public CheckResult Check(TAnswer? answer) => Check(answer, NextSeed());

    /// <summary>As <see cref="Check(TAnswer)"/>, with the seed of the inputs.</summary>
    internal CheckResult Check(TAnswer? answer, int seed) =>
        Record(answer is null || Blank.IsIn(answer) ? Judgement.NotAttempted : Judge(answer, seed));

    /// <inheritdoc/>
    private protected sealed override string SolutionText => Answer.Text;

    /// <summary>Compares an answer, which is no placeholder, with the solution.</summary>
    private protected abstract Judgement Judge(TAnswer answer, int seed);

    /// <summary>How values are compared.</summary>
    private protected Closeness Closeness => new(Tolerance);
}
