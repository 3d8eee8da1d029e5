using System.Text.Json.Nodes;
using Tortue.Notebooks.Documents;

namespace Tortue.Notebooks.Handouts;

/// <summary>The cell at which a run stopped.</summary>
/// <param name="CellNumber">Its number among all cells, counted from 1.</param>
/// <param name="CellId">Its id.</param>
/// <param name="ErrorName">The exception's name.</param>
internal sealed record RunFailure(int CellNumber, string CellId, string ErrorName)
{
    /// <summary>The first cell with an error that it is not there to show, or null.</summary>
    public static RunFailure? Find(NotebookDocument document)
    {
        for (var i = 0; i < document.Cells.Count; i++)
        {
            var cell = document.Cells[i];
            if (ErrorIn(cell) is { } error && !new CellMarks(cell).RaisesException)
                return new RunFailure(i + 1, cell.Id, error["ename"]?.ToString() ?? "");
        }
        return null;
    }

    /// <summary>The error among a cell's outputs, or null.</summary>
    public static JsonObject? ErrorIn(NotebookCell cell) =>
        cell.Outputs.OfType<JsonObject>().FirstOrDefault(output => output["output_type"]?.ToString() == "error");
}
