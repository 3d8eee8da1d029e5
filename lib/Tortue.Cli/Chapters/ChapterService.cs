using Tortue.Cli.Commands;
using Tortue.Cli.Demo;
using Tortue.Cli.Errors;
using Tortue.Cli.Files;
using Tortue.Cli.Running;
using Tortue.Cli.Terminal;
using Tortue.Data;
using Tortue.Experiments;
using Tortue.Notebooks.Documents;
using Tortue.Notebooks.Running;
using Tortue.Notebooks.Scripting;

namespace Tortue.Cli.Chapters;

/// <summary>Gives notebooks with their outputs: those of an earlier run, or of processes that run several notebooks at once.</summary>
/// <param name="services">What the commands work with.</param>
internal sealed class ChapterService(CommandServices services)
{
    private readonly ChapterCache _cache = new(CacheFolder.Notebooks(CacheFolder.Root(services.Environment, services.CurrentDirectory)));
    private readonly Lock _lock = new();
    private bool _saidUnwritable;

    /// <summary>Executes notebooks; the ones that took longest the last time begin.</summary>
    /// <param name="notebooks">Their files, which stay as they are.</param>
    /// <param name="options">How.</param>
    /// <param name="view">Where progress goes.</param>
    /// <param name="finished">Told of each as it ends, one at a time; may be null.</param>
    /// <param name="cancellationToken">Ends those that run.</param>
    /// <returns>The notebooks with their outputs, in the order of the files.</returns>
    /// <exception cref="CommandException">It was cancelled.</exception>
    public async Task<IReadOnlyList<ExecutedChapter>> ExecuteAsync(
        IReadOnlyList<NotebookFile> notebooks,
        ChapterOptions options,
        IRunView view,
        Action<ExecutedChapter>? finished,
        CancellationToken cancellationToken)
    {
        var results = new ExecutedChapter[notebooks.Count];
        var jobs = new List<Job>();
        var keys = Keys();
        for (var index = 0; index < notebooks.Count; index++)
        {
            if (Prepare(index, notebooks[index], options, keys) is var (job, done) && job is not null) jobs.Add(job);
            else Finish(index, done!);
        }

        var together = Math.Clamp(options.Jobs ?? services.Processors, 1, Math.Max(1, jobs.Count));
        var engine = services.Workers(Math.Max(1, services.Processors / together));
        var interrupted = new List<Job>();
        try
        {
            await Parallel.ForEachAsync(
                // Those whose time nobody knows may be long, too.
                jobs.OrderByDescending(job => job.LastTime ?? TimeSpan.MaxValue),
                new ParallelOptions { MaxDegreeOfParallelism = together, CancellationToken = cancellationToken },
                async (job, stop) =>
                {
                    try
                    {
                        Finish(job.Index, await RunAsync(job, engine, options, view, stop));
                    }
                    catch (OperationCanceledException) when (stop.IsCancellationRequested)
                    {
                        lock (_lock) interrupted.Add(job);
                        throw;
                    }
                });
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested && interrupted.Count > 0)
        {
            throw Cancelled([.. interrupted.OrderBy(job => job.Index)]);
        }

        return results;

        void Finish(int index, ExecutedChapter chapter)
        {
            var complete = SpokenNotes.AddTo(chapter);
            lock (_lock)
            {
                results[index] = complete;
                finished?.Invoke(complete);
            }
        }
    }

    private (Job? Job, ExecutedChapter? Done) Prepare(int index, NotebookFile notebook, ChapterOptions options, ChapterKey keys)
    {
        NotebookDocument document;
        try
        {
            document = notebook.Load();
        }
        catch (CommandException unreadable)
        {
            return (null, new ExecutedChapter(notebook, null, ChapterOrigin.Stored, TimeSpan.Zero, unreadable.Message));
        }

        if (options.Mode == ChapterMode.Stored)
            return (null, new ExecutedChapter(notebook, document, ChapterOrigin.Stored, TimeSpan.Zero, null));
        var results = Results(notebook, options);
        var key = keys.Of(notebook, document, results);
        if (options.Mode == ChapterMode.Cached && _cache.Find(notebook, key) is { } kept && kept.TryApply(document))
            return (null, new ExecutedChapter(notebook, document, ChapterOrigin.Cache, kept.Record.Elapsed, null));
        return (new Job(index, notebook, document, results, key, _cache.LastTime(notebook)), null);
    }

    private async Task<ExecutedChapter> RunAsync(
        Job job, INotebookEngine engine, ChapterOptions options, IRunView view, CancellationToken cancellationToken)
    {
        var (_, notebook, document, results, _, _) = job;
        var runnerOptions = new NotebookRunnerOptions { CellTimeout = options.CellTimeout, Solutions = true, Results = results };
        var track = view.Begin(notebook.Name);
        var succeeded = false;
        try
        {
            var result = await engine.RunAsync(document, notebook.Folder, runnerOptions, track, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            succeeded = result.Succeeded;
            if (succeeded) Keep(job, result, view);
            var problem = result.Failure is { } failure ? NotebookFailure.Describe(notebook.Name, failure) : null;
            return new ExecutedChapter(notebook, document, ChapterOrigin.Run, result.Elapsed, problem);
        }
        catch (WorkerException died)
        {
            var problem = died.CellNumber is { } cell
                ? ChaptersText.DiedInCell.With(notebook.Name, cell, died.Message)
                : ChaptersText.Died.With(notebook.Name, died.Message);
            return new ExecutedChapter(notebook, null, ChapterOrigin.Run, TimeSpan.Zero, problem);
        }
        finally
        {
            track.End(succeeded);
        }
    }

    private void Keep(Job job, NotebookRunResult result, IRunView view)
    {
        // Built or downloaded while it ran: nobody knows which of the two the outputs are of.
        if (Keys().Of(job.Notebook, job.Document, job.Results) != job.Key) return;
        try
        {
            _cache.Keep(job.Notebook, job.Key, ChapterRun.Of(job.Document, result, services.Time.GetUtcNow()));
        }
        catch (Exception exception) when (FileErrors.Covers(exception))
        {
            lock (_lock)
            {
                if (_saidUnwritable) return;
                _saidUnwritable = true;
            }

            var sentence = ChaptersText.CacheNotWritten.With(_cache.Root, FileErrors.Reason(exception), CacheFolder.Variable);
            view.Post(() => services.Messages.WriteLine(sentence, Styles.Notice));
        }
    }

    private ReadyResults Results(NotebookFile notebook, ChapterOptions options)
    {
        if (options.Preset == ExperimentPreset.Quick) return options.Results;
        var stored = StoredPreset.Results(CourseFolder.Find(notebook.Folder), services.Experiments, options.Preset);
        return options.Results with { Preset = stored.Preset, Stored = stored.Stored };
    }

    private ChapterKey Keys() => new(folder => new DataStore(DataFolder.Resolve(services.Environment, folder), services.DataSets));

    private static CommandException Cancelled(IReadOnlyList<Job> jobs)
    {
        var sentence = jobs.Count == 1 ? RunningText.Cancelled : ChaptersText.SeveralCancelled;
        return new CommandException(sentence.With(string.Join(", ", jobs.Select(job => job.Notebook.Name))), ExitCode.Cancelled);
    }

    /// <summary>A notebook that must run.</summary>
    private sealed record Job(
        int Index, NotebookFile Notebook, NotebookDocument Document, ReadyResults Results, string Key, TimeSpan? LastTime);
}
