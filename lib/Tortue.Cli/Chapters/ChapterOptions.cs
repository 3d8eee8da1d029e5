namespace Tortue.Cli.Chapters;

/// <summary>How a command wants its notebooks executed.</summary>
internal sealed record ChapterOptions
{
    /// <summary>Where outputs come from. Default: the cache, otherwise a run.</summary>
    public ChapterMode Mode { get; init; } = ChapterMode.Cached;

    /// <summary>How many notebooks run at once, at least 1; null for one a processor. There are never more than notebooks to run.</summary>
    public int? Jobs { get; init; }

    /// <summary>How long one cell may run. Default: 10 minutes.</summary>
    public TimeSpan CellTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>What the library is told by slots of <see cref="AppContext"/> before the first cell. Default: nothing.</summary>
    public IReadOnlyDictionary<string, string> Slots { get; init; } = new Dictionary<string, string>();
}
