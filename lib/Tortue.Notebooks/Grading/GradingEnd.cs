namespace Tortue.Notebooks.Grading;

/// <summary>How the run of a submission ended.</summary>
public enum GradingEnd
{
    /// <summary>Every cell ran to its end.</summary>
    Finished,

    /// <summary>Every cell had its turn, and some failed.</summary>
    CellsFailed,

    /// <summary>The time was up before all cells had run.</summary>
    TimedOut,

    /// <summary>It asked for more memory than it may have.</summary>
    OutOfMemory,

    /// <summary>It wrote more than it may.</summary>
    TooMuchOutput,

    /// <summary>Its process ended by itself before all cells had run.</summary>
    Crashed,

    /// <summary>The file cannot be read as a C# notebook.</summary>
    NotNotebook,

    /// <summary>The student handed in no notebook at all.</summary>
    NoNotebook,
}
