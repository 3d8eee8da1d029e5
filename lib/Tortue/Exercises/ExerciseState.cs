namespace Tortue.Exercises;

/// <summary>How far an exercise has come.</summary>
public enum ExerciseState
{
    /// <summary>The answer is still the placeholder, or nothing has been checked yet.</summary>
    NotAttempted,

    /// <summary>The last answer was wrong, or ended with an exception.</summary>
    Incorrect,

    /// <summary>The last answer was right.</summary>
    Correct,
}
