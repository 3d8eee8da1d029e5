using Tortue.Cli.Commands;
using Tortue.Cli.Errors;
using Tortue.Cli.Terminal;
using Tortue.Notebooks.Grading;

namespace Tortue.Cli.Grading;

/// <summary>Grades submissions, several at once, with a line for each as it ends.</summary>
/// <param name="process">Runs one.</param>
/// <param name="exercises">What was set.</param>
/// <param name="services">Where the lines go, and the clock.</param>
internal sealed class GradingRun(SubmissionProcess process, CourseExercises exercises, CommandServices services)
{
    private readonly Lock _lock = new();
    private int _done;

    /// <summary>Grades all of them.</summary>
    /// <param name="submissions">The submissions.</param>
    /// <param name="jobs">How many run at once.</param>
    /// <param name="cancellationToken">Ends those that run.</param>
    /// <returns>The results, in the order of the submissions.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<IReadOnlyList<GradedNotebook>> GradeAsync(
        IReadOnlyList<Submission> submissions, int jobs, CancellationToken cancellationToken)
    {
        var known = submissions.Select(exercises.Of).ToList();
        var results = new GradedNotebook[submissions.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(Enumerable.Range(0, submissions.Count), options, async (index, stop) =>
        {
            var start = services.Time.GetTimestamp();
            results[index] = await GradeAsync(submissions[index], known[index], stop);
            lock (_lock)
            {
                var time = Quantities.Show(services.Time.GetElapsedTime(start));
                var name = submissions[index].Path is null ? submissions[index].Student : submissions[index].Name;
                services.Messages.WriteLine(
                    GradingText.OneGraded.With(++_done, submissions.Count, name, time, results[index].Outcome), Styles.Quiet);
            }
        });
        return results;
    }

    private async Task<GradedNotebook> GradeAsync(Submission submission, IReadOnlyList<KnownExercise> known, CancellationToken stop)
    {
        if (submission.Path is null) return GradingReport.WithoutNotebook(submission.Student, known);
        var (events, end) = await process.RunAsync(submission.Path, stop);
        return GradingReport.Of(submission.Student, submission.Name, events, end, known);
    }
}
