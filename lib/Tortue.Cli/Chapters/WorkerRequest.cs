namespace Tortue.Cli.Chapters;

/// <summary>What a worker is asked for.</summary>
/// <param name="Name">The notebook as messages show it.</param>
/// <param name="Folder">The notebook's folder: cells run in it.</param>
/// <param name="CellTimeout">How long one cell may run.</param>
/// <param name="Solutions">Whether the solutions of exercises are asked for.</param>
/// <param name="Slots">What the library is told by slots of <see cref="AppContext"/>.</param>
internal sealed record WorkerRequest(
    string Name, string Folder, TimeSpan CellTimeout, bool Solutions, IReadOnlyDictionary<string, string> Slots);
