using Tortue.Data.Formats;

namespace Tortue.Data;

/// <summary>CIFAR's binary files, in their archive or unpacked.</summary>
/// <param name="layout">Which of the two sets.</param>
internal sealed class CifarParts(CifarLayout layout) : PartSource
{
    /// <inheritdoc/>
    public override IReadOnlyList<string>? Find(RealDataSet set, string folder, DataPart part)
    {
        if (File.Exists(folder))
            return [folder];
        if (!Directory.Exists(folder))
            return null;
        var first = part == DataPart.Training ? layout.Training[0] : layout.Test;
        foreach (var unpacked in new[] { folder, Path.Combine(folder, layout.Folder) })
        {
            if (File.Exists(Path.Combine(unpacked, first)) && File.Exists(Path.Combine(unpacked, layout.ClassNames)))
                return [unpacked];
        }

        var published = Path.Combine(folder, layout.Archive);
        if (File.Exists(published))
            return [published];
        var others = Directory.GetFiles(folder, layout.OtherArchives);
        return others.Length == 0 ? null : [others.Min(StringComparer.Ordinal)!];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<LabelledData> Read(
        RealDataSet set, IReadOnlyList<(DataPart Part, IReadOnlyList<string> Paths)> found)
    {
        // Both parts of one archive are read in one go.
        var members = found.GroupBy(one => one.Paths[0]).ToDictionary(
            group => group.Key,
            group => ArchiveMembers.Read(group.Key, [layout.ClassNames, .. group.SelectMany(one => Files(one.Part))]));
        return [.. found.Select(one => Read(NameOf(set, one.Part), members[one.Paths[0]], one.Part))];
    }

    private LabelledData Read(string name, ArchiveMembers members, DataPart part)
    {
        var reader = new CifarReader(layout, members);
        var classes = reader.ClassNames();
        var (images, labels) = reader.Records([.. Files(part).Where((file, i) => i == 0 || members.Has(file))]);
        return new(name, images, labels, classes);
    }

    private IReadOnlyList<string> Files(DataPart part) => part == DataPart.Training ? layout.Training : [layout.Test];
}
