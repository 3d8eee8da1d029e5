using System.Text.Json.Nodes;
using Spectre.Console;
using Tortue.Cli.Errors;
using Tortue.Notebooks.Documents;
using Tortue.Notebooks.Running;

namespace Tortue.Cli.Terminal;

/// <summary>
/// Prints what cells put out: text and results to one console; each cell's place in the notebook, and what it wrote to its
/// error stream, to the other, so that a pipe receives the notebook's own words only.
/// </summary>
/// <param name="output">Receives the text of outputs.</param>
/// <param name="messages">Receives headers and error streams.</param>
internal sealed class OutputPrinter(IAnsiConsole output, IAnsiConsole messages)
{
    /// <summary>Prints the outputs of one cell; nothing where it has none.</summary>
    /// <param name="cell">The cell after it ran.</param>
    /// <param name="place">Where it stands in the notebook.</param>
    public void Print(NotebookCell cell, NotebookProgress place)
    {
        var outputs = cell.Outputs.OfType<JsonObject>().Where(item => (string?)item["output_type"] != "error").ToList();
        if (outputs.Count == 0) return;
        messages.WriteLine(TerminalText.CellHeader.With(CellLine.Show(place)), Styles.Header);
        outputs.ForEach(Print);
    }

    private void Print(JsonObject item)
    {
        var isStream = (string?)item["output_type"] == "stream";
        var text = isStream ? MimeText.Join(item["text"]) : MimeText.Show(item["data"] as JsonObject ?? []);
        if (text.Length == 0) return;
        if (!text.EndsWith('\n')) text += Environment.NewLine;
        (isStream && (string?)item["name"] == "stderr" ? messages : output).WriteRaw(text);
    }
}
