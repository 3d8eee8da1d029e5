namespace Tortue.Cli.Chapters;

/// <summary>Where a command takes the outputs of notebooks from.</summary>
internal enum ChapterMode
{
    /// <summary>From the cache where it has them, otherwise from a run.</summary>
    Cached,

    /// <summary>From a run, whose outputs replace those in the cache.</summary>
    Fresh,

    /// <summary>From the files, as they are stored there; nothing runs.</summary>
    Stored,
}
