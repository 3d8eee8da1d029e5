using Tortue.Cli.Chapters;
using Tortue.Cli.Commands;
using Tortue.Cli.Files;

namespace Tortue.Cli.Demo;

/// <summary>Runs a notebook before the lecture: once so that its results are kept, and once more to see how long it takes with them.</summary>
/// <param name="services">What the command works with.</param>
/// <param name="chapters">What runs the notebook.</param>
/// <param name="prepared">Where results are kept.</param>
internal sealed class Rehearsal(CommandServices services, ChapterService chapters, PreparedCourse prepared)
{
    /// <summary>Runs the notebook.</summary>
    /// <param name="notebook">Its file.</param>
    /// <param name="options">How long a cell may take.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>What to tell; or the sentence on what went wrong.</returns>
    public async Task<(DemoReport? Report, string? Problem)> RunAsync(
        NotebookFile notebook, ChapterOptions options, CancellationToken cancellationToken)
    {
        prepared.RequireWritable();
        var fresh = options with { Mode = ChapterMode.Fresh, Results = prepared.Preparing };
        var (first, firstTimes) = await TimeAsync(notebook, fresh, cancellationToken);
        if (first.Problem is not null) return (null, first.Problem);
        prepared.MarkPrepared(services.Time.GetUtcNow());
        var (again, againTimes) = await TimeAsync(notebook, fresh, cancellationToken);
        return again.Problem is null ? (new DemoReport(again.Document!, firstTimes, againTimes), null) : (null, again.Problem);
    }

    private Task<(ExecutedChapter Chapter, IReadOnlyList<CellTime> Times)> TimeAsync(
        NotebookFile notebook, ChapterOptions options, CancellationToken cancellationToken) =>
        services.Display().ShowAsync(async view =>
        {
            var timed = new TimedView(view);
            var executed = await chapters.ExecuteAsync([notebook], options, timed, null, cancellationToken);
            return (executed[0], timed.Times(executed[0].Elapsed));
        });
}
