using System.Text;
using Tortue.Notebooks.Documents;
using Tortue.Notebooks.Handouts.Code;
using Tortue.Notebooks.Handouts.Outputs;
using Tortue.Notebooks.Handouts.Prose;

namespace Tortue.Notebooks.Handouts;

/// <summary>Code cells as HTML: coloured code, outputs, what tags fold or leave out, and marked solutions.</summary>
/// <param name="colourer">Colours the code; must see every cell in order, shown or not.</param>
/// <param name="outputs">Renders the outputs.</param>
/// <param name="solutionForm">What becomes of marked regions.</param>
/// <param name="language">The notebook's language, or null where it says nothing.</param>
internal sealed class CodeCellRenderer(CodeColourer colourer, OutputRenderer outputs, BoxForm solutionForm, string? language)
{
    private const string CSharp = "csharp";

    /// <summary>Whether what a reader can do without is folded, rather than shown. Default: true.</summary>
    public bool Folds { get; init; } = true;

    private readonly SolutionBoxes _solutionBoxes = new(colourer, solutionForm);

    /// <summary>The cell as HTML; nothing where nothing of it is shown.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="marks">Its tags.</param>
    /// <param name="shown">Whether the cell appears at all.</param>
    public string Render(NotebookCell cell, CellMarks marks, bool shown)
    {
        var source = cell.Source.Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd();
        var isCSharp = (cell.Language ?? language ?? CSharp) == CSharp;
        var lines = CodeLines.ToHtml(source, isCSharp ? colourer.ColourNext(source) : []);
        if (!shown)
            return "";

        var hasSolution = SolutionRegions.Has(source);
        var solution = new StringBuilder();
        var code = source.Length == 0 || marks.RemoveInput ? "" : Code(source, lines, hasSolution, solution);
        var output = Output(cell, marks);
        if (hasSolution && solutionForm == BoxForm.Dropped)
            output = KeepFailure(cell, "");
        else if (hasSolution && solutionForm == BoxForm.Folded)
            output = MoveBehind(solution, output);
        // A cell that is itself a solution has answered what it checks.
        if (marks.Box != BoxKind.Solution)
            output += _solutionBoxes.Render(cell.Solutions);

        if (marks.HideCell && RunFailure.ErrorIn(cell) is null)
            return Fold(HandoutsText.ShowCell, code + solution + output);
        if (marks.HideInput && code.Length > 0)
            code = Fold(HandoutsText.ShowCode, code);
        return code + solution + output;
    }

    private string Output(NotebookCell cell, CellMarks marks)
    {
        if (marks.RemoveOutput)
            return KeepFailure(cell, "");
        var html = outputs.Render(cell.Outputs);
        if (html.Length == 0)
            return "";
        var output = $"<div class=\"output\">\n{html}</div>\n";
        return marks.HideOutput ? KeepFailure(cell, Fold(HandoutsText.ShowOutput, output)) : output;
    }

    // An error is never folded away or left out: it is the reason why the rest of the page looks as it does.
    private string KeepFailure(NotebookCell cell, string otherwise) =>
        RunFailure.ErrorIn(cell) is null ? otherwise : $"<div class=\"output\">\n{outputs.Render(cell.Outputs)}</div>\n";

    private string Code(string source, IReadOnlyList<string> lines, bool hasSolution, StringBuilder solution)
    {
        if (!hasSolution)
            return CodeLines.ToBlock(lines);
        var kinds = SolutionRegions.Classify(source);
        var all = lines.Where((_, i) => kinds[i] is LineKind.Plain or LineKind.Solution).ToList();
        if (solutionForm == BoxForm.Open)
            return CodeLines.ToBlock(all);
        if (solutionForm == BoxForm.Folded)
            solution.Append(Box.Start(BoxKind.Solution, BoxForm.Folded)).Append(CodeLines.ToBlock(all)).Append(Box.End(BoxForm.Folded));
        return CodeLines.ToBlock(Stubbed(lines, kinds));
    }

    private static string MoveBehind(StringBuilder solution, string output)
    {
        if (solution.Length == 0)
            return output;
        solution.Insert(solution.Length - Box.End(BoxForm.Folded).Length, output);
        return "";
    }

    private static List<string> Stubbed(IReadOnlyList<string> lines, IReadOnlyList<LineKind> kinds)
    {
        var stubbed = new List<string>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (kinds[i] == LineKind.Plain)
                stubbed.Add(lines[i]);
            else if (kinds[i] == LineKind.Begin)
                stubbed.Add($"{Indent(lines[i])}<span class=\"c\">{HandoutsText.SolutionStub}</span>");
        }
        return stubbed;
    }

    private static string Indent(string line) => line[..(line.Length - line.TrimStart().Length)];

    private string Fold(string label, string html) =>
        html.Length == 0 || !Folds ? html : $"<details class=\"fold\"><summary>{label}</summary>\n{html}</details>\n";
}
