namespace Tortue.Exercises;

/// <summary>The placeholder of starter cells; chapters import it by <c>using static Tortue.Exercises.Blanks;</c>.</summary>
public static class Blanks
{
    /// <summary>Replace this by your answer.</summary>
    public static Blank ____ => default;
}
