using Tortue.Experiments;
using Tortue.Notebooks.Scripting;

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

    /// <summary>Results of experiments that cells are given in place of a run. Default: none.</summary>
    public ReadyResults Results { get; init; } = ReadyResults.None;

    /// <summary>The preset whose stored results stand for quick runs, where the course has them. Default: quick, everything runs.</summary>
    public ExperimentPreset Preset { get; init; } = ExperimentPreset.Quick;
}
