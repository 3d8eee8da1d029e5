namespace Tortue.Notebooks.Grading;

/// <summary>What a line of a <see cref="GradingJournal"/> tells.</summary>
public enum GradingEventKind
{
    /// <summary>The notebook has an exercise of the library's, whether or not it checks it.</summary>
    Listed,

    /// <summary>A cell begins.</summary>
    Cell,

    /// <summary>An exercise was checked.</summary>
    Checked,

    /// <summary>A cell failed; the next one runs all the same.</summary>
    Failed,

    /// <summary>The file is no notebook that can be run.</summary>
    NotNotebook,

    /// <summary>Every cell has had its turn.</summary>
    Ended,
}
