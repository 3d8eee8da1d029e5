namespace Tortue.Notebooks.Scripting;

/// <summary>
/// Results of experiments that cells may be given in place of a run, each with a line that says so. By default there are none, and every
/// experiment runs.
/// </summary>
public sealed record ReadyResults
{
    /// <summary>No results: every experiment runs.</summary>
    public static ReadyResults None { get; } = new();

    /// <summary>The folder in which the library looks for results of the same experiment, settings and build. Default: none.</summary>
    public string? Cache { get; init; }

    /// <summary>Whether the library also keeps there what it measures. Default: false.</summary>
    public bool KeepsInCache { get; init; }

    /// <summary>
    /// The preset whose stored results stand for runs with the quick settings, for example "standard"; null for runs as the cells ask for
    /// them. Default: null.
    /// </summary>
    public string? Preset { get; init; }

    /// <summary>Where that preset's results are: from the full name of an experiment's record of settings to a file. Default: nowhere.</summary>
    public IReadOnlyDictionary<string, string> Stored { get; init; } = new Dictionary<string, string>();
}
