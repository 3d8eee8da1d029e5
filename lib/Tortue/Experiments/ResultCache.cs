using Tortue.Display;

namespace Tortue.Experiments;

/// <summary>
/// A folder with results of experiments, one file each. What cannot be read or written counts as not there: a cache may make a run shorter,
/// and never makes it fail.
/// </summary>
/// <param name="folder">The folder, which need not exist.</param>
internal sealed class ResultCache(string folder)
{
    /// <summary>The file that says when the folder was prepared: its time is that time.</summary>
    internal const string PreparedFile = "prepared.json";

    private const string Ending = ".result";

    /// <summary>The cache that the host has prepared; null where it has none.</summary>
    public static ResultCache? OfHost() => NotebookHost.Results is { } folder ? new(folder) : null;

    /// <summary>A kept result; null where there is none, or a damaged one.</summary>
    /// <param name="key">Its <see cref="ResultKey"/>.</param>
    public ResultEntry? Find(string key)
    {
        try
        {
            return File.Exists(PathOf(key)) ? ResultEntry.Parse(File.ReadAllText(PathOf(key))) : null;
        }
        catch (Exception wrong) when (IsRefused(wrong))
        {
            return null;
        }
    }

    /// <summary>Keeps a result, in place of an earlier one.</summary>
    /// <param name="key">Its <see cref="ResultKey"/>.</param>
    /// <param name="entry">The result.</param>
    public void Keep(string key, ResultEntry entry)
    {
        var aside = $"{PathOf(key)}.{Guid.NewGuid():N}.tmp";
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(aside, entry.Write());
            File.Move(aside, PathOf(key), overwrite: true);
        }
        catch (Exception wrong) when (IsRefused(wrong))
        {
            Remove(aside);
        }
    }

    /// <summary>How many results there are for this build and when they were prepared; null where there are none.</summary>
    public string? Describe()
    {
        try
        {
            var prepared = new FileInfo(Path.Combine(folder, PreparedFile));
            int count = prepared.Exists ? Directory.EnumerateFiles(folder, $"{ResultKey.Build}-*{Ending}").Count() : 0;
            var text = count == 1 ? ExperimentsText.CacheSummaryOne : ExperimentsText.CacheSummary;
            return count == 0 ? null : Text.Format(text, count, prepared.LastWriteTime);
        }
        catch (Exception wrong) when (IsRefused(wrong))
        {
            return null;
        }
    }

    private string PathOf(string key) => Path.Combine(folder, key + Ending);

    private static void Remove(string aside)
    {
        try
        {
            File.Delete(aside);
        }
        catch (Exception wrong) when (IsRefused(wrong))
        {
            // It stays: nothing reads a file of that name.
        }
    }

    private static bool IsRefused(Exception wrong) => wrong is IOException or UnauthorizedAccessException;
}
