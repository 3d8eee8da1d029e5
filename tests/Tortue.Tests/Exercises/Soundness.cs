using Tortue.Exercises;

namespace Tortue.Tests.Exercises;

/// <summary>What every exercise owes its students.</summary>
internal static class Soundness
{
    /// <summary>
    /// Solution → correct; each misconception → its own message; with several seeds, since inputs are drawn anew; and texts are there.
    /// </summary>
    public static void Assert(Exercise exercise) => AssertTyped((dynamic)exercise);

    private static void AssertTyped<TAnswer>(Exercise<TAnswer> exercise)
    {
        Xunit.Assert.NotEmpty(exercise.Hints);
        Xunit.Assert.NotEmpty(exercise.Misconceptions);
        for (int seed = 0; seed < 20; seed++)
        {
            var right = exercise.Check(exercise.Answer.Answer, seed);
            Xunit.Assert.True(right.State == ExerciseState.Correct, right.ToString());
            foreach (var wrong in exercise.Misconceptions)
            {
                var result = exercise.Check(wrong.Answer, seed);
                Xunit.Assert.Equal(ExerciseState.Incorrect, result.State);
                Xunit.Assert.Equal($"{exercise.Id}: {wrong.Message}", $"{exercise.Id}: {result.Message}");
            }
        }

        Xunit.Assert.Contains(exercise.Explanation, exercise.Solution().ToString(), StringComparison.Ordinal);
        Xunit.Assert.Contains(exercise.Answer.Text, exercise.Solution().ToString(), StringComparison.Ordinal);
    }
}
