using Tortue.Display;

namespace Tortue.Exercises;

/// <summary>A question with hints, a solution and a memory of how often it was tried.</summary>
public abstract class Exercise
{
    /// <summary>Chapter and number, for example "0.3".</summary>
    public required string Id { get; init; }

    /// <summary>A few words.</summary>
    public required string Title { get; init; }

    /// <summary>Hints, each going further than the one before. Default: none.</summary>
    public IReadOnlyList<string> Hints { get; init; } = [];

    /// <summary>Why the solution is right, in a few sentences; shown with it, and with a right answer.</summary>
    public required string Explanation { get; init; }

    /// <summary>How far the exercise has come since the notebook was started.</summary>
    public ExerciseState State { get; private set; }

    /// <summary>How many answers have been checked since the notebook was started; placeholders do not count.</summary>
    public int Attempts { get; private set; }

    /// <summary>Shows a hint.</summary>
    /// <param name="number">Which one, from 1 on. Default: the first.</param>
    /// <returns>A card; where there is no such hint, it says how many there are.</returns>
    public ExerciseCard Hint(int number = 1)
    {
        var message = number >= 1 && number <= Hints.Count
            ? Hints[number - 1] + (number < Hints.Count ? " " + Text.Format(ExercisesText.NextHint, number + 1) : "")
            : Hints.Count == 0 ? ExercisesText.NoHints : Text.Format(ExercisesText.HintsThere, Hints.Count);
        return new(StateLook.Hint, Id, Title, message);
    }

    /// <summary>Shows the solution and why it is right.</summary>
    public ExerciseCard Solution() => new(StateLook.Solution, Id, Title, Explanation, SolutionText);

    /// <summary>The seed of the next check: from the grader's where there is one, otherwise by chance.</summary>
    private protected int NextSeed()
    {
        if (NotebookHost.ExerciseSeed is not { } seed)
            return Random.Shared.Next();

        // FNV-1a: the hash codes of .NET's strings differ from process to process.
        uint hash = 2_166_136_261;
        foreach (var part in Id.Select(letter => (int)letter).Append(Attempts).Append(seed))
            hash = (hash ^ unchecked((uint)part)) * 16_777_619;
        return (int)(hash & int.MaxValue);
    }

    /// <summary>The solution's source.</summary>
    private protected abstract string SolutionText { get; }

    /// <summary>Remembers a judgement, and tells the notebook's host of it, and of the solution where it asks for that.</summary>
    private protected CheckResult Record(Judgement judgement)
    {
        if (judgement.State != ExerciseState.NotAttempted)
            Attempts++;
        State = judgement.State;
        var message = judgement.State == ExerciseState.Correct ? Explanation : judgement.Message;
        NotebookHost.ReportExercise(Id, State.ToString(), Attempts, message);
        NotebookHost.ReportSolution(Id, Title, SolutionText, Explanation);
        return new(Id, Title, State, message, Attempts);
    }
}
