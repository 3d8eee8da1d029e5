using Tortue.Display;

namespace Tortue.Experiments;

/// <summary>
/// What stands between an experiment's Run and its measuring: where the host has results ready, one of them is given in place of a run, and
/// a line below the cell says so. Without such a host, as on the command line, in grading and in tests, every run measures.
/// </summary>
internal static class Remembered
{
    /// <summary>The result of an experiment with these settings.</summary>
    /// <param name="options">The settings; the quick ones when null.</param>
    /// <param name="measure">Runs the experiment with settings that are within their ranges.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    public static TResult OrMeasured<TOptions, TResult>(TOptions? options, Func<TOptions, TResult> measure)
        where TOptions : class, IExperimentOptions<TOptions>
        where TResult : IExperimentResult
    {
        options ??= TOptions.Quick;
        options.Validate();
        if (NotebookHost.Preset is { } preset && IsQuick(options) && Stored<TOptions, TResult>(preset) is { } stored)
            return stored;
        return ResultCache.OfHost() is { } cache ? Cached(cache, options, measure) : measure(options);
    }

    private static TResult Cached<TOptions, TResult>(ResultCache cache, TOptions options, Func<TOptions, TResult> measure)
        where TOptions : class
        where TResult : IExperimentResult
    {
        var key = ResultKey.Of(typeof(TResult), options);
        if (cache.Find(key) is { } entry && entry.Read<TResult>() is { } known)
        {
            entry.SetGenerator();
            ResultNotes.FromCache(known.Run);
            return known;
        }

        var result = measure(options);
        if (NotebookHost.KeepsResults && ResultEntry.Of(result) is { } kept)
            cache.Keep(key, kept);
        return result;
    }

    private static bool IsQuick<TOptions>(TOptions options)
        where TOptions : class, IExperimentOptions<TOptions>
        => ResultKey.Settings(options) == ResultKey.Settings(TOptions.Quick);

    private static TResult? Stored<TOptions, TResult>(string preset)
        where TResult : IExperimentResult
    {
        if (NotebookHost.StoredResult(typeof(TOptions)) is not { } path || !File.Exists(path))
        {
            ResultNotes.NotStored(preset);
            return default;
        }

        try
        {
            var result = ExperimentJson.Load<TResult>(path);
            ResultNotes.FromStored(preset, result.Run);
            return result;
        }
        catch (Exception wrong) when (wrong is FormatException or IOException or UnauthorizedAccessException)
        {
            ResultNotes.Unreadable(Path.GetFileName(path));
            return default;
        }
    }
}
