namespace Tortue.Exercises;

/// <summary>How a state, a hint or a solution looks on a card: never by colour alone.</summary>
/// <param name="Sign">One character.</param>
/// <param name="Name">The word beside it.</param>
/// <param name="Color">Colour of the card's edge, told apart also with defective colour vision.</param>
internal sealed record StateLook(string Sign, string Name, string Color)
{
    public static StateLook Hint { get; } = new("?", ExercisesText.Hint, "#0072B2");

    public static StateLook Solution { get; } = new("=", ExercisesText.Solution, "#0072B2");

    public static StateLook Of(ExerciseState state) => state switch
    {
        ExerciseState.Correct => new("✓", ExercisesText.Correct, "#009E73"),
        ExerciseState.Incorrect => new("✗", ExercisesText.Incorrect, "#D55E00"),
        _ => new("…", ExercisesText.NotAttempted, "#767676"),
    };
}
