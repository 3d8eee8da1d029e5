using System.Runtime.CompilerServices;

namespace Tortue.Exercises;

/// <summary>A solution that is both run by the checks and shown to students, so that the two cannot drift apart.</summary>
/// <typeparam name="TAnswer">What is answered: a number, a vector, a function.</typeparam>
/// <param name="Answer">The compiled solution.</param>
/// <param name="Text">Its source.</param>
public sealed record SourceCode<TAnswer>(TAnswer Answer, string Text);

/// <summary>Makes solutions.</summary>
public static class SourceCode
{
    /// <summary>A solution with its source, which the compiler fills in.</summary>
    /// <param name="answer">The solution, written where this is called.</param>
    /// <param name="text">Leave it out: it is the source of <paramref name="answer"/>.</param>
    public static SourceCode<TAnswer> Of<TAnswer>(TAnswer answer, [CallerArgumentExpression(nameof(answer))] string text = "") =>
        new(answer, Outdented(text));

    // The first line begins at the argument; the others still have the indentation of the file that they come from.
    private static string Outdented(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var margin = lines.Skip(1).Where(line => line.Trim().Length > 0)
            .Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty(0).Min();
        return string.Join('\n', lines.Select((line, i) => i == 0 ? line : line[Math.Min(margin, line.Length)..]));
    }
}
