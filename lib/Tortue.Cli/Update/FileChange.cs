using Tortue.Cli.Errors;

namespace Tortue.Cli.Update;

/// <summary>What an update does with one file of the course.</summary>
/// <param name="Path">The file, as seen from the course's folder.</param>
/// <param name="Kind">What is done.</param>
internal sealed record FileChange(string Path, ChangeKind Kind)
{
    /// <summary>Where what the student has goes, as seen from the course's folder; null where nothing is kept.</summary>
    public string? KeptAs { get; init; }

    /// <summary>Answers that the new version of a notebook was given.</summary>
    public Answers Answers { get; init; } = new(0, 0);

    /// <summary>Whether the outputs of a run go.</summary>
    public bool DropsOutputs { get; init; }

    /// <summary>Whether the line of this change is for everybody, and not only for a list of everything.</summary>
    public bool IsTold => CourseFiles.IsNotebook(Path) || KeptAs is not null;

    /// <summary>One line that says what is done.</summary>
    public string Describe() => Kind switch
    {
        ChangeKind.Add => UpdateText.Added.With(Path),
        ChangeKind.Remove => UpdateText.Removed.With(Path),
        ChangeKind.Leave => UpdateText.Left.With(Path),
        ChangeKind.SetAside => UpdateText.SetAside.With(Path, KeptAs),
        _ when KeptAs is null => (DropsOutputs ? UpdateText.ReplacedWithOutputs : UpdateText.Replaced).With(Path),
        _ => (Answers switch
        {
            { Carried: 0, Left: 0 } => UpdateText.Kept,
            { Left: 0 } => UpdateText.KeptWithAnswers,
            { Carried: 0 } => UpdateText.KeptWithoutAnswers,
            _ => UpdateText.KeptWithSomeAnswers,
        }).With(Path, KeptAs, Answers.Carried, Answers.Left),
    };
}
