namespace Tortue.Cli.Chapters;

/// <summary>What the processes that run notebooks are given.</summary>
/// <param name="Processors">How many processors each of them sees.</param>
/// <param name="Slots">What the library is told by slots of <see cref="AppContext"/>.</param>
internal sealed record WorkerSettings(int Processors, IReadOnlyDictionary<string, string> Slots);
