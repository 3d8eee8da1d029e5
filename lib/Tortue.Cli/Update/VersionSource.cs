using Tortue.Cli.Errors;

namespace Tortue.Cli.Update;

/// <summary>Where a new version of the course comes from.</summary>
/// <param name="root">The student's course.</param>
/// <param name="currentDirectory">The folder that relative paths start from.</param>
/// <param name="named">A folder or an archive; null for where the clone came from.</param>
internal sealed class VersionSource(string root, string currentDirectory, string? named)
{
    private const string NewFolder = "new";
    private const string OldFolder = "old";

    private readonly GitClone _clone = new(root);

    /// <summary>Unpacks the new version, and the one that the student's course came from where git knows it.</summary>
    /// <param name="stage">Where to.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="CommandException">There is no new version to be had.</exception>
    public async Task<UnpackedVersions> UnpackAsync(UpdateStage stage, CancellationToken cancellationToken)
    {
        try
        {
            if (named is not null)
            {
                var newer = Named(named, stage.Folder(NewFolder), cancellationToken);
                return new(newer, await HereAsync(stage, cancellationToken), null);
            }
            if (!_clone.Exists) throw new CommandException(UpdateText.NoSource.With(root));
            var commits = await _clone.FetchAsync(cancellationToken);
            await _clone.UnpackAsync(commits.Newest, stage.Folder(NewFolder), cancellationToken);
            return new(
                StagedVersion.Open(stage.Folder(NewFolder), commits.Newest[..7]),
                await HereAsync(stage, cancellationToken),
                commits.Newest == commits.Here ? null : () => _clone.MoveBranchAsync(commits.Newest));
        }
        catch (Exception exception) when (FileErrors.Covers(exception))
        {
            throw new CommandException(UpdateText.NotRead.With(named ?? root, FileErrors.Reason(exception)));
        }
    }

    private static bool IsInside(string path, string folder) => WithEnd(path).StartsWith(WithEnd(folder), StringComparison.Ordinal);

    private static string WithEnd(string folder) => Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar;

    private StagedVersion Named(string name, string folder, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(name, currentDirectory);
        if (Directory.Exists(path))
        {
            if (IsInside(path, root)) throw new CommandException(UpdateText.SameFolder.With(name));
            StagedVersion.Copy(StagedVersion.Open(path, name).Folder, folder, cancellationToken);
        }
        else if (!File.Exists(path)) throw new CommandException(UpdateText.NoSuchSource.With(name, currentDirectory));
        else if (!ArchiveVersion.IsArchive(path)) throw new CommandException(UpdateText.NotAnArchive.With(name));
        else ArchiveVersion.Unpack(path, name, folder, cancellationToken);
        return StagedVersion.Open(folder, name);
    }

    private async Task<StagedVersion?> HereAsync(UpdateStage stage, CancellationToken cancellationToken)
    {
        if (!_clone.Exists || await _clone.HeadAsync(cancellationToken) is not { } head) return null;
        var folder = stage.Folder(OldFolder);
        await _clone.UnpackAsync(head, folder, cancellationToken);
        // A commit of something else tells nothing of the course.
        return StagedVersion.OpenOrNull(folder);
    }
}
