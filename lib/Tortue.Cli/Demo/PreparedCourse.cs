using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Tortue.Cli.Commands;
using Tortue.Cli.Errors;
using Tortue.Cli.Files;
using Tortue.Notebooks.Scripting;

namespace Tortue.Cli.Demo;

/// <summary>
/// The results of experiments that <c>tortue demo</c> has kept for one course, in a folder of the cache. Kernels and <c>tortue run</c> use
/// them in that course alone, and only where they have been prepared; results of another build of the library are never used.
/// </summary>
internal sealed class PreparedCourse
{
    // The library tells the time of this file as that of the preparation.
    private const string PreparedFile = "prepared.json";
    private const string Results = "*.result";

    // Results that another build or other settings have left behind.
    private static readonly TimeSpan LongestKept = TimeSpan.FromDays(60);

    private readonly string _root;

    private PreparedCourse(string cache, string root)
    {
        _root = root;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(root)).AsSpan(0, 6));
        Folder = Path.Combine(CacheFolder.Results(cache), $"{Path.GetFileName(root)}-{hash}");
    }

    /// <summary>Where the results are; the folder need not exist.</summary>
    public string Folder { get; }

    /// <summary>What notebooks of the course are given: the results, if there are any.</summary>
    public ReadyResults Ready => IsPrepared ? new() { Cache = Folder } : ReadyResults.None;

    /// <summary>What notebooks are given while they are prepared: the results that there are, and a place for more.</summary>
    public ReadyResults Preparing => new() { Cache = Folder, KeepsInCache = true };

    /// <summary>How many results are there.</summary>
    public int Count => Directory.Exists(Folder) ? Directory.GetFiles(Folder, Results).Length : 0;

    private string PreparedPath => Path.Combine(Folder, PreparedFile);

    private bool IsPrepared => File.Exists(PreparedPath);

    /// <summary>The results of the course around a folder; outside of a course, those of the folder.</summary>
    /// <param name="services">What names the cache.</param>
    /// <param name="folder">The full path of a notebook's folder, or of the one that a kernel was started in.</param>
    public static PreparedCourse Of(CommandServices services, string folder)
    {
        var root = CourseFolder.Find(folder)?.Root ?? folder;
        return new(CacheFolder.Root(services.Environment, services.CurrentDirectory), Path.TrimEndingDirectorySeparator(root));
    }

    /// <summary>Makes sure before a run that results can be kept.</summary>
    /// <exception cref="CommandException">They cannot.</exception>
    public void RequireWritable()
    {
        try
        {
            Directory.CreateDirectory(Folder);
            WriteProbe.Try(Folder);
        }
        catch (Exception exception) when (FileErrors.Covers(exception))
        {
            throw new CommandException(DemoText.CannotKeep.With(Folder, FileErrors.Reason(exception), CacheFolder.Variable));
        }
    }

    /// <summary>Says that the course is prepared, from now on.</summary>
    /// <param name="now">The time.</param>
    public void MarkPrepared(DateTimeOffset now)
    {
        var side = $"{PreparedPath}.{Guid.NewGuid():N}.tmp";
        File.WriteAllText(side, JsonSerializer.Serialize(new Dictionary<string, string> { ["course"] = _root }));
        File.SetLastWriteTimeUtc(side, now.UtcDateTime);
        File.Move(side, PreparedPath, overwrite: true);
        foreach (var result in new DirectoryInfo(Folder).GetFiles().Where(file => now.UtcDateTime - file.LastWriteTimeUtc > LongestKept))
            result.Delete();
    }

    /// <summary>Removes the results of the course.</summary>
    /// <returns>How many there were.</returns>
    /// <exception cref="CommandException">They cannot be removed.</exception>
    public int Clear()
    {
        if (!Directory.Exists(Folder)) return 0;
        int count = Count;
        try
        {
            Directory.Delete(Folder, recursive: true);
        }
        catch (Exception exception) when (FileErrors.Covers(exception))
        {
            throw new CommandException(DemoText.CannotClear.With(Folder, FileErrors.Reason(exception)));
        }

        return count;
    }
}
