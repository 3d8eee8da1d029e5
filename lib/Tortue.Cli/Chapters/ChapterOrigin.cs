namespace Tortue.Cli.Chapters;

/// <summary>Where the outputs of one notebook have come from.</summary>
internal enum ChapterOrigin
{
    /// <summary>It was run.</summary>
    Run,

    /// <summary>An earlier run had been kept.</summary>
    Cache,

    /// <summary>Its file holds them.</summary>
    Stored,
}
