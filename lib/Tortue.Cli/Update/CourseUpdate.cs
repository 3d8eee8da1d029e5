using Tortue.Cli.Errors;

namespace Tortue.Cli.Update;

/// <summary>Brings a new version of the course, unpacked to the side, into a student's folder, file by file.</summary>
/// <remarks>
/// There is no journal: whatever moment it is broken off at, each file is the old one or the new one, and what a student has made is under its
/// old name or the one that it is kept by. The same command then finds what is done and does the rest.
/// </remarks>
/// <param name="root">The student's course.</param>
/// <param name="newer">The new version.</param>
internal sealed class CourseUpdate(string root, StagedVersion newer)
{
    /// <summary>Makes the changes.</summary>
    /// <param name="changes">What <see cref="UpdatePlan"/> found.</param>
    /// <param name="cancellationToken">Stops between two files.</param>
    /// <exception cref="CommandException">A file cannot be replaced, or it was cancelled.</exception>
    public void Apply(IReadOnlyList<FileChange> changes, CancellationToken cancellationToken)
    {
        foreach (var change in changes)
        {
            if (cancellationToken.IsCancellationRequested) throw new CommandException(UpdateText.Cancelled, ExitCode.Cancelled);
            try
            {
                Apply(change);
            }
            catch (Exception exception) when (FileErrors.Covers(exception))
            {
                throw new CommandException(UpdateText.NotReplaced.With(change.Path, FileErrors.Reason(exception)));
            }
        }
    }

    private void Apply(FileChange change)
    {
        var path = Path.Combine(root, change.Path);
        if (change.KeptAs is { } kept) FileContent.Keep(path, Path.Combine(root, kept));
        switch (change.Kind)
        {
            case ChangeKind.Add or ChangeKind.Replace:
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.Move(newer.PathOf(change.Path), path, overwrite: true);
                break;
            case ChangeKind.Remove or ChangeKind.SetAside:
                File.Delete(path);
                RemoveEmptyFolders(Path.GetDirectoryName(path)!);
                break;
        }
    }

    private void RemoveEmptyFolders(string folder)
    {
        while (folder.Length > root.Length && !Directory.EnumerateFileSystemEntries(folder).Any())
        {
            Directory.Delete(folder);
            folder = Path.GetDirectoryName(folder)!;
        }
    }
}
