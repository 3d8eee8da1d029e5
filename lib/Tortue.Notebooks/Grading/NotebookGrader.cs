using System.Globalization;
using Tortue.Exercises;
using Tortue.Notebooks.Documents;
using Tortue.Notebooks.Running;
using Tortue.Notebooks.Scripting;

namespace Tortue.Notebooks.Grading;

/// <summary>
/// Runs a submitted notebook for the sake of its exercises: every cell has its turn, whatever the ones before it did, and what cells print
/// and show is dropped. Limits of time and memory are for the process around it: a cell may end that process at any moment.
/// </summary>
/// <param name="options">The settings.</param>
public sealed class NotebookGrader(NotebookGraderOptions options)
{
    /// <summary>Grades a notebook.</summary>
    /// <param name="path">Its file; cells run in its folder.</param>
    /// <param name="journal">Receives what happens.</param>
    /// <param name="cancellation">Stops the running cell.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled; the journal holds what it had found.</exception>
    public async Task RunAsync(string path, GradingJournal journal, CancellationToken cancellation)
    {
        if (Load(path, journal) is not { } document)
            return;

        foreach (var exercise in KnownExercises.NamedIn(document))
            journal.Add(new GradingEvent(GradingEventKind.Listed) { Exercise = exercise.Id, Title = exercise.Title });

        var session = new CSharpSession(new CSharpSessionOptions
        {
            WorkingDirectory = Path.GetDirectoryName(Path.GetFullPath(path))!,
            LibraryFolder = options.LibraryFolder,
            ExerciseSeed = options.Seed,
        });
        for (var index = 0; index < document.Cells.Count; index++)
        {
            if (!IsRun(document.Cells[index]))
                continue;

            journal.Add(new GradingEvent(GradingEventKind.Cell) { Cell = index + 1 });
            var error = await RunCellAsync(session, document.Cells[index], index + 1, journal, cancellation).ConfigureAwait(false);
            cancellation.ThrowIfCancellationRequested();
            if (error is not null)
                journal.Add(Failure(index + 1, error));
        }

        journal.Add(new GradingEvent(GradingEventKind.Ended));
    }

    private static GradingEvent Failure(int cell, CellError error) =>
        new(GradingEventKind.Failed) { Cell = cell, Line = error.Line, Error = error.Name, Message = error.Message };

    private static NotebookDocument? Load(string path, GradingJournal journal)
    {
        try
        {
            var name = Path.GetFileName(path);
            var document = NotebookDocument.Parse(File.ReadAllText(path), name);
            return document.Language is null or CellLanguage.CSharp
                ? document
                : throw new NotebookLanguageException(name, document.Language);
        }
        catch (Exception exception) when (exception
            is NotebookFormatException or NotebookLanguageException or IOException or UnauthorizedAccessException)
        {
            journal.Add(new GradingEvent(GradingEventKind.NotNotebook) { Message = exception.Message });
            return null;
        }
    }

    /// <summary>Whether a runner would run the cell too.</summary>
    private static bool IsRun(NotebookCell cell) =>
        cell.Kind == CellKind.Code
        && !string.IsNullOrWhiteSpace(cell.Source)
        && !cell.Tags.Contains("skip-execution")
        && (cell.Language is null or CellLanguage.CSharp || CellLanguage.FirstLineMagic(cell.Source) is not null);

    private static async Task<CellError?> RunCellAsync(
        CSharpSession session, NotebookCell cell, int number, GradingJournal journal, CancellationToken cancellation)
    {
        var name = string.Format(CultureInfo.CurrentCulture, RunningText.CellName, number);
        var sink = new CheckSink(number, journal);
        var result = await session.RunAsync(cell.Source, name, sink, Timeout.InfiniteTimeSpan, cancellation).ConfigureAwait(false);
        return cell.Tags.Contains("raises-exception") ? null : result.Error;
    }

    /// <summary>Listens for checks alone. A cell that prints without end costs nothing.</summary>
    private sealed class CheckSink(int cell, GradingJournal journal) : IOutputSink
    {
        public void OnStream(string name, string text)
        {
        }

        public void OnDisplay(string? displayId, IReadOnlyDictionary<string, string> bundle, bool isUpdate)
        {
        }

        public void OnExercise(string id, string state, int attempts, string message) =>
            journal.Add(new GradingEvent(GradingEventKind.Checked)
            {
                Cell = cell,
                Exercise = id,
                State = Enum.TryParse<ExerciseState>(state, out var known) ? known : ExerciseState.NotAttempted,
                Attempts = attempts,
                Message = message,
            });
    }
}
