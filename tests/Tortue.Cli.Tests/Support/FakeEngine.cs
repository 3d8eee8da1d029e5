using System.Text.Json.Nodes;
using Tortue.Cli.Running;
using Tortue.Notebooks.Documents;
using Tortue.Notebooks.Running;

namespace Tortue.Cli.Tests.Support;

/// <summary>"Runs" each cell by a function of its source; by default the source becomes the cell's printed text.</summary>
internal sealed class FakeEngine : INotebookEngine
{
    public static readonly Task<CellFailure?> Succeeded = Task.FromResult<CellFailure?>(null);

    public Func<NotebookCell, CancellationToken, Task<CellFailure?>> Cell { get; init; } = (_, _) => Succeeded;

    public bool Prints { get; init; } = true;

    /// <summary>How long a run of a notebook that succeeds says it took.</summary>
    public Func<NotebookDocument, double> Seconds { get; init; } = _ => 2.5;

    public List<string> Folders { get; } = [];

    public List<TimeSpan> Timeouts { get; } = [];

    /// <summary>Of each run, whether it was asked for the solutions of exercises.</summary>
    public List<bool> Solutions { get; } = [];

    /// <summary>An engine whose cells with the source "fail" fail in their third line.</summary>
    public static FakeEngine FailingOn(string source) => new()
    {
        Cell = (cell, _) => Task.FromResult(cell.Source == source
            ? new CellFailure(0, cell.Id, "DivideByZeroException", "Attempted to divide by zero.", 3)
            : null),
    };

    /// <summary>An engine whose cells with the source wait until they are cancelled, which they are at once.</summary>
    public static FakeEngine WaitingOn(string source, CancellationTokenSource interrupt) => new()
    {
        Cell = async (cell, cancellationToken) =>
        {
            if (cell.Source != source) return null;
            interrupt.Cancel();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return null;
        },
    };

    public async Task<NotebookRunResult> RunAsync(
        NotebookDocument document,
        string workingDirectory,
        NotebookRunnerOptions options,
        IProgress<NotebookProgress> progress,
        CancellationToken cancellationToken)
    {
        lock (Folders)
        {
            Folders.Add(workingDirectory);
            Timeouts.Add(options.CellTimeout);
            Solutions.Add(options.Solutions);
        }

        for (var index = 0; index < document.Cells.Count; index++)
        {
            var cell = document.Cells[index];
            if (cell.Kind != CellKind.Code) continue;
            progress.Report(new NotebookProgress(index + 1, document.Cells.Count, $"Heading {index + 1}", TimeSpan.Zero));
            cancellationToken.ThrowIfCancellationRequested();
            if (await Cell(cell, cancellationToken) is { } failure)
                return new NotebookRunResult(failure with { CellNumber = index + 1 }, TimeSpan.FromSeconds(1));
            if (Prints) cell.Outputs.Add((JsonNode)Stream(cell.Source));
        }
        return new NotebookRunResult(null, TimeSpan.FromSeconds(Seconds(document)));
    }

    public static JsonObject Stream(string text, string name = "stdout") =>
        new() { ["output_type"] = "stream", ["name"] = name, ["text"] = new JsonArray(text + "\n") };
}
