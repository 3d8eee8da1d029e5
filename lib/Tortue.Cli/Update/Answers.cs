using System.Text.RegularExpressions;
using Tortue.Notebooks.Documents;

namespace Tortue.Cli.Update;

/// <summary>Takes a student's answers over into a newer version of a chapter.</summary>
/// <param name="Carried">How many answers stand in the new version.</param>
/// <param name="Left">How many do not, because their exercise has changed or is gone.</param>
internal sealed record Answers(int Carried, int Left)
{
    private const string Tag = "exercise";
    private const string Blank = "____";

    /// <summary>
    /// Replaces the starters in the new version by the student's answers, cell by cell of the same id, where the starter is the one that
    /// the student was given. Where nobody knows which that was, an answer counts that is the new starter with its blanks filled.
    /// </summary>
    /// <param name="newer">The new version; receives the answers.</param>
    /// <param name="older">The version that the student began with; null where it is not known.</param>
    /// <param name="mine">The student's notebook.</param>
    /// <returns>How many there were.</returns>
    public static Answers Carry(NotebookDocument newer, NotebookDocument? older, NotebookDocument mine)
    {
        var (starters, given) = (ById(newer), older is null ? null : ById(older));
        var (carried, left) = (0, 0);
        foreach (var (id, answer) in ById(mine))
        {
            var starter = starters.GetValueOrDefault(id);
            var first = given?.GetValueOrDefault(id);
            if (answer.Source == starter?.Source || answer.Source == first?.Source) continue;
            if (starter is not null && (first is not null ? first.Source == starter.Source : IsFilled(starter.Source, answer.Source)))
            {
                starter.Source = answer.Source;
                carried++;
            }
            else if (starter is not null || first is not null)
            {
                left++;
            }
        }
        return new Answers(carried, left);
    }

    /// <summary>The exercises' code cells; those whose id appears twice are nobody's.</summary>
    private static Dictionary<string, NotebookCell> ById(NotebookDocument document) => document.Cells
        .Where(cell => cell.Kind == CellKind.Code && cell.Tags.Contains(Tag))
        .GroupBy(cell => cell.Id, StringComparer.Ordinal)
        .Where(group => group.Count() == 1)
        .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

    private static bool IsFilled(string starter, string answer)
    {
        var parts = starter.ReplaceLineEndings("\n").Split(Blank);
        var pattern = $@"\A{string.Join(@"[\s\S]*", parts.Select(Regex.Escape))}\z";
        return parts.Length > 1 && Regex.IsMatch(answer.ReplaceLineEndings("\n"), pattern, RegexOptions.NonBacktracking);
    }
}
