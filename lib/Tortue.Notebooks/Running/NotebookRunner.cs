using System.Diagnostics;
using System.Globalization;
using Tortue.Notebooks.Documents;
using Tortue.Notebooks.Scripting;
using Tortue.Notebooks.Scripting.Magics;

namespace Tortue.Notebooks.Running;

/// <summary>
/// Runs the C# cells of a notebook from top to bottom in a session of their own and fills in their outputs. The run ends at the first cell that fails;
/// what ran before stays in the document. Honours the tags <c>skip-execution</c> (the cell keeps the outputs it has) and <c>raises-exception</c>.
/// </summary>
/// <param name="options">The settings.</param>
public sealed class NotebookRunner(NotebookRunnerOptions options)
{
    /// <summary>Runs a notebook.</summary>
    /// <param name="document">The notebook; the outputs and execution counts of the code cells that are not skipped are replaced.</param>
    /// <param name="workingDirectory">The notebook's folder: cells run in it, and relative paths start there.</param>
    /// <param name="progress">Told before each cell; may be null.</param>
    /// <param name="cancellation">Stops the running cell.</param>
    /// <returns>How the run ended.</returns>
    /// <exception cref="NotebookLanguageException">The notebook is in another language than C#.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled; what ran before stays in the document.</exception>
    public async Task<NotebookRunResult> RunAsync(
        NotebookDocument document, string workingDirectory, IProgress<NotebookProgress>? progress, CancellationToken cancellation)
    {
        if (document.Language is { } language && language != CellLanguage.CSharp)
            throw new NotebookLanguageException(document.Name, language);

        var start = Stopwatch.GetTimestamp();
        var sessionOptions = new CSharpSessionOptions
        {
            WorkingDirectory = workingDirectory,
            Solutions = options.Solutions,
            Results = options.Results,
        };
        var session = new CSharpSession(options.HostName is null ? sessionOptions : sessionOptions with { HostName = options.HostName });
        _ = session.WarmUpAsync();
        foreach (var cell in document.Cells.Where(cell => cell.Kind == CellKind.Code && !IsSkipped(cell)))
            (cell.Outputs, cell.ExecutionCount, cell.Solutions) = ([], null, []);

        var displays = new DisplayRegistry();
        var (heading, count) = ("", 0);
        for (var index = 0; index < document.Cells.Count; index++)
        {
            var cell = document.Cells[index];
            heading = Headings.LastIn(cell) ?? heading;
            if (cell.Kind != CellKind.Code || string.IsNullOrWhiteSpace(cell.Source) || IsSkipped(cell))
                continue;

            cancellation.ThrowIfCancellationRequested();
            progress?.Report(new NotebookProgress(index + 1, document.Cells.Count, heading, Stopwatch.GetElapsedTime(start)));
            var error = await RunCellAsync(session, cell, index + 1, ++count, displays, cancellation).ConfigureAwait(false);
            cancellation.ThrowIfCancellationRequested();
            if (error is not null && (error.Name == CellErrorNames.Stuck || !cell.Tags.Contains("raises-exception")))
                return new NotebookRunResult(new CellFailure(index + 1, cell.Id, error.Name, error.Message, error.Line), Stopwatch.GetElapsedTime(start));
        }

        return new NotebookRunResult(null, Stopwatch.GetElapsedTime(start));
    }

    private static bool IsSkipped(NotebookCell cell) => cell.Tags.Contains("skip-execution");

    private async Task<CellError?> RunCellAsync(
        CSharpSession session, NotebookCell cell, int number, int executionCount, DisplayRegistry displays, CancellationToken cancellation)
    {
        var outputs = new OutputCollector(displays);
        if (cell.Language is { } language && language != CellLanguage.CSharp && CellLanguage.FirstLineMagic(cell.Source) is null)
        {
            SectionOutput.Show(language, cell.Source, outputs);
            cell.Outputs = outputs.Close();
            return null;
        }

        var name = string.Format(CultureInfo.CurrentCulture, RunningText.CellName, number);
        var result = await session.RunAsync(cell.Source, name, outputs, options.CellTimeout, cancellation).ConfigureAwait(false);
        if (result.Value is not null)
            outputs.AddResult(result.Value, executionCount);

        if (result.Error is not null)
            outputs.AddError(result.Error);

        cell.ExecutionCount = executionCount;
        cell.Outputs = outputs.Close();
        cell.Solutions = outputs.Solutions;
        return result.Error;
    }
}
