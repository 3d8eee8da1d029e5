namespace Tortue.Cli.Update;

/// <summary>A folder in which versions are unpacked, and which is gone afterwards.</summary>
internal sealed class UpdateStage : IDisposable
{
    private readonly DirectoryInfo _folder;

    private UpdateStage(DirectoryInfo folder) => _folder = folder;

    /// <summary>A stage in the course itself, from which files can be moved at once; what an earlier update left there is removed.</summary>
    /// <param name="root">The course.</param>
    public static UpdateStage In(string root)
    {
        var folder = new DirectoryInfo(Path.Combine(root, CourseFiles.Stage));
        if (folder.Exists) folder.Delete(recursive: true);
        folder.Create();
        return new UpdateStage(folder);
    }

    /// <summary>A stage outside of the course, of which nothing is to be moved.</summary>
    public static UpdateStage Elsewhere() => new(Directory.CreateTempSubdirectory("tortue-update-"));

    /// <summary>An empty folder.</summary>
    /// <param name="name">What for.</param>
    public string Folder(string name) => _folder.CreateSubdirectory(name).FullName;

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);
}
