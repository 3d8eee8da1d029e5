using Tortue.Cli.Files;
using Tortue.Notebooks.Documents;
using Tortue.Notebooks.Grading;

namespace Tortue.Cli.Grading;

/// <summary>The exercises that were set: those of the course's own notebook of the chapter, named or known by the file's name.</summary>
/// <param name="course">The course.</param>
/// <param name="chapter">The chapter that every submission is of; null to go by file names.</param>
internal sealed class CourseExercises(CourseFolder course, NotebookFile? chapter)
{
    private readonly Dictionary<string, IReadOnlyList<KnownExercise>> _known = [];

    /// <summary>Finds the exercises of a submission.</summary>
    /// <param name="submission">The submission.</param>
    /// <returns>The exercises; none where no chapter has its name, and none is named.</returns>
    public IReadOnlyList<KnownExercise> Of(Submission submission)
    {
        var path = chapter?.Path ?? (submission.Path is { } own ? Path.Combine(course.Notebooks, Path.GetFileName(own)) : null);
        if (path is null) return [];
        if (!_known.TryGetValue(path, out var known)) _known[path] = known = Read(path);
        return known;
    }

    private static IReadOnlyList<KnownExercise> Read(string path)
    {
        try
        {
            return File.Exists(path) ? KnownExercises.NamedIn(NotebookDocument.Load(path)) : [];
        }
        catch (NotebookFormatException)
        {
            // A chapter that is being written: the submissions themselves tell their exercises.
            return [];
        }
    }
}
