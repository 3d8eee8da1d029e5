using Tortue.Data.Formats;

namespace Tortue.Data;

/// <summary>Two IDX files a part, images and labels, as MNIST has them.</summary>
/// <param name="classes">The classes' names.</param>
internal sealed class IdxParts(IReadOnlyList<string> classes) : PartSource
{
    private const int Side = 28;

    /// <inheritdoc/>
    public override IReadOnlyList<string>? Find(RealDataSet set, string folder, DataPart part)
    {
        var prefix = part == DataPart.Training ? "train" : "t10k";
        return FindFile(set, folder, prefix + "-images-idx3-ubyte") is { } images
            && FindFile(set, folder, prefix + "-labels-idx1-ubyte") is { } labels ? [images, labels] : null;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<LabelledData> Read(
        RealDataSet set, IReadOnlyList<(DataPart Part, IReadOnlyList<string> Paths)> found) =>
        [.. found.Select(one => Read(NameOf(set, one.Part), one.Paths[0], one.Paths[1]))];

    private LabelledData Read(string name, string imagesPath, string labelsPath)
    {
        var labels = IdxReader.Labels(labelsPath, classes.Count);
        var images = IdxReader.Images(imagesPath, Side, Side);
        IdxReader.RequireSameCount(imagesPath, images, labelsPath, labels);
        return new(name, images, labels, classes);
    }

    // Packed as published, or unpacked, also under the name that some tools give it: train-images.idx3-ubyte.
    private static string? FindFile(RealDataSet set, string folder, string name) =>
        new[] { name + ".gz", name, name.Replace("-idx", ".idx", StringComparison.Ordinal) }
            .Select(candidate => Path.Combine(folder, candidate))
            .FirstOrDefault(path => File.Exists(path) && !DataCatalogue.BelongsToAnother(set, path));
}
