using System.Security.Cryptography;
using System.Text;
using Tortue.Cli.Errors;
using Tortue.Cli.Files;

namespace Tortue.Cli.Chapters;

/// <summary>Runs that are kept: a folder for each notebook, with the newest few runs in it.</summary>
/// <param name="root">The full path; the folder need not exist.</param>
internal sealed class ChapterCache(string root)
{
    /// <summary>How many runs of a notebook are kept.</summary>
    internal const int MostRuns = 5;

    private const string Extension = ".run";

    /// <summary>The folder.</summary>
    public string Root => root;

    /// <summary>Finds a run.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="key">What its outputs depend on.</param>
    /// <returns>The run; null where there is none, or its file is damaged.</returns>
    public ChapterRun? Find(NotebookFile notebook, string key)
    {
        var path = PathOf(notebook, key);
        if (!File.Exists(path) || ChapterRun.TryRead(path) is not { Record.Failure: null } run) return null;
        Touch(path);
        return run;
    }

    /// <summary>How long a notebook took when it ran last; null where nobody knows.</summary>
    /// <param name="notebook">The notebook.</param>
    public TimeSpan? LastTime(NotebookFile notebook) =>
        Runs(FolderOf(notebook)).Select(run => ChapterRun.TryReadRecord(run.FullName)?.Elapsed).FirstOrDefault(time => time is not null);

    /// <summary>Keeps a run, and removes those that have not been asked for longest.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="key">What its outputs depend on.</param>
    /// <param name="run">The run, which did not fail.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be written.</exception>
    public void Keep(NotebookFile notebook, string key, ChapterRun run)
    {
        var folder = FolderOf(notebook);
        Directory.CreateDirectory(folder);
        run.Write(PathOf(notebook, key));
        foreach (var old in Runs(folder).Skip(MostRuns)) old.Delete();
    }

    /// <summary>The file of a run.</summary>
    internal string PathOf(NotebookFile notebook, string key) => Path.Combine(FolderOf(notebook), key + Extension);

    private string FolderOf(NotebookFile notebook)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(notebook.Path)).AsSpan(0, 6));
        return Path.Combine(root, $"{Path.GetFileNameWithoutExtension(notebook.Path)}-{hash}");
    }

    private static IEnumerable<FileInfo> Runs(string folder) => Directory.Exists(folder)
        ? new DirectoryInfo(folder).GetFiles("*" + Extension)
            .OrderByDescending(file => file.LastWriteTimeUtc).ThenBy(file => file.Name, StringComparer.Ordinal)
        : [];

    private static void Touch(string path)
    {
        try
        {
            File.SetLastWriteTimeUtc(path, DateTime.UtcNow);
        }
        catch (Exception exception) when (FileErrors.Covers(exception))
        {
            // A cache that can only be read still serves.
        }
    }
}
