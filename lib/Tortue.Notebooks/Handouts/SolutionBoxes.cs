using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Tortue.Notebooks.Documents;
using Tortue.Notebooks.Handouts.Code;
using Tortue.Notebooks.Handouts.Prose;

namespace Tortue.Notebooks.Handouts;

/// <summary>The solutions of self-checking exercises as boxes: the answer's code, and why it is right.</summary>
/// <param name="colourer">Colours the code.</param>
/// <param name="form">Whether they are shown, folded or left out.</param>
internal sealed partial class SolutionBoxes(CodeColourer colourer, BoxForm form)
{
    /// <summary>The solutions of one cell; nothing where it has none, and where solutions are left out.</summary>
    public string Render(IReadOnlyList<ExerciseSolution> solutions)
    {
        if (form == BoxForm.Dropped)
            return "";
        var html = new StringBuilder();
        foreach (var solution in solutions)
        {
            var title = solutions.Count == 1 ? null : $"{BoxKind.Solution.Label} {solution.Exercise}";
            html.Append(Box.Start(BoxKind.Solution, form, title))
                .Append(Code(solution.Code.ReplaceLineEndings("\n")))
                .Append($"<p>{Explanation(solution.Explanation)}</p>\n")
                .Append(Box.End(form));
        }
        return html.ToString();
    }

    // A fragment: what a solution declares must not colour the cells that follow.
    private string Code(string source) => CodeLines.ToBlock(CodeLines.ToHtml(source, colourer.ColourFragment(source)));

    private static string Explanation(string text) =>
        Backticks().Replace(WebUtility.HtmlEncode(text).ReplaceLineEndings("<br>"), "<code>$1</code>");

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Backticks();
}
