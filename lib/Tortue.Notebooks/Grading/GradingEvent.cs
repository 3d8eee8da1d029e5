using Tortue.Exercises;

namespace Tortue.Notebooks.Grading;

/// <summary>One line of a <see cref="GradingJournal"/>.</summary>
/// <param name="Kind">What it tells.</param>
public sealed record GradingEvent(GradingEventKind Kind)
{
    /// <summary>The number of the cell, from 1 over all cells, where it is about one.</summary>
    public int Cell { get; init; }

    /// <summary>The line of the cell that failed, from 1, where known.</summary>
    public int? Line { get; init; }

    /// <summary>The number of the exercise, for example 0.3, where it is about one.</summary>
    public string Exercise { get; init; } = "";

    /// <summary>The title of the exercise, where it is listed.</summary>
    public string Title { get; init; } = "";

    /// <summary>What the check found.</summary>
    public ExerciseState State { get; init; }

    /// <summary>How many answers the exercise has had in this run; placeholders do not count.</summary>
    public int Attempts { get; init; }

    /// <summary>The name of the error that ended a cell.</summary>
    public string Error { get; init; } = "";

    /// <summary>The check's message, or the error's.</summary>
    public string Message { get; init; } = "";
}
