namespace Tortue.Exercises;

/// <summary>A state, and the message for a wrong answer.</summary>
internal readonly record struct Judgement(ExerciseState State, string Message)
{
    public static Judgement Correct => new(ExerciseState.Correct, "");

    public static Judgement NotAttempted => new(ExerciseState.NotAttempted, ExercisesText.ReplaceBlank);

    public static Judgement Incorrect(string message) => new(ExerciseState.Incorrect, message);
}
