using Tortue.Notebooks.Documents;
using Tortue.Notebooks.Running;

namespace Tortue.Cli.Chapters;

/// <summary>What is known of a run beside the outputs.</summary>
/// <param name="RanAt">When it ended.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="Failure">The cell that ended it; null where none did.</param>
/// <param name="Solutions">Of each code cell, the solutions of the exercises that it checks.</param>
internal sealed record RunRecord(
    DateTimeOffset RanAt, TimeSpan Elapsed, CellFailure? Failure, IReadOnlyList<IReadOnlyList<ExerciseSolution>> Solutions);
