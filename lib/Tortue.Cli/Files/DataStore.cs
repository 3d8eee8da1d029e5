using Tortue.Cli.Errors;
using Tortue.Data;

namespace Tortue.Cli.Files;

/// <summary>A folder of downloaded sets, each in the subfolder of its name.</summary>
/// <param name="Root">The full path; the folder need not exist.</param>
/// <param name="Sets">The sets that there are.</param>
internal sealed record DataStore(string Root, IReadOnlyList<RealDataSet> Sets)
{
    /// <summary>The set that a word names; capital letters make no difference.</summary>
    /// <param name="name">The word.</param>
    /// <exception cref="CommandException">There is no such set.</exception>
    public RealDataSet Set(string name)
    {
        var names = Sets.Select(set => set.Name).ToList();
        return Sets.FirstOrDefault(set => set.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new CommandException(
                Suggestions.Nearest(name.ToLowerInvariant(), names) is { } near
                    ? FilesText.NoSuchSetNear.With(name, near)
                    : FilesText.NoSuchSet.With(name, string.Join(", ", names)),
                ExitCode.Usage);
    }

    /// <summary>Where a set is downloaded to.</summary>
    public string TargetOf(RealDataSet set) => Path.Combine(Root, set.Name);

    /// <summary>Whether a part of a set is there.</summary>
    public bool Has(RealDataSet set, DataPart part) => RealData.IsThere(set.Name, part, Root);

    /// <summary>Where a set is: its subfolder, or the folder itself.</summary>
    /// <exception cref="CommandException">It is not there.</exception>
    public string FolderOf(RealDataSet set)
    {
        if (!Has(set, DataPart.Training) && !Has(set, DataPart.Test))
            throw new CommandException(FilesText.SetNotHere.With(set.Title, Root, set.Name));
        return Directory.Exists(TargetOf(set)) ? TargetOf(set) : Root;
    }
}
