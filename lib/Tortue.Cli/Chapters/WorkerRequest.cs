using Tortue.Notebooks.Scripting;

namespace Tortue.Cli.Chapters;

/// <summary>What a worker is asked for.</summary>
/// <param name="Name">The notebook as messages show it.</param>
/// <param name="Folder">The notebook's folder: cells run in it.</param>
/// <param name="CellTimeout">How long one cell may run.</param>
/// <param name="Solutions">Whether the solutions of exercises are asked for.</param>
/// <param name="Results">Results of experiments that cells are given in place of a run.</param>
internal sealed record WorkerRequest(string Name, string Folder, TimeSpan CellTimeout, bool Solutions, ReadyResults Results);
