namespace Tortue.Notebooks.Scripting.Insight;

/// <summary>What could stand at the cursor, in alphabetical order.</summary>
/// <param name="Items">The proposals.</param>
/// <param name="Start">Where the text begins that a proposal replaces, in UTF-16 units from the start of the cell.</param>
/// <param name="End">Where it ends.</param>
public sealed record CompletionList(IReadOnlyList<Completion> Items, int Start, int End);
