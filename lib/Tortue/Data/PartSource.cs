namespace Tortue.Data;

/// <summary>How the parts of a set are stored in a folder.</summary>
internal abstract class PartSource
{
    /// <summary>Where a part is: the files or the archive, for <see cref="Read"/>; null where it is not there.</summary>
    /// <param name="set">The set.</param>
    /// <param name="folder">A folder, or an archive.</param>
    /// <param name="part">The part.</param>
    public abstract IReadOnlyList<string>? Find(RealDataSet set, string folder, DataPart part);

    /// <summary>Reads parts that were found.</summary>
    /// <param name="set">The set.</param>
    /// <param name="found">Where each is.</param>
    public abstract IReadOnlyList<LabelledData> Read(RealDataSet set, IReadOnlyList<(DataPart Part, IReadOnlyList<string> Paths)> found);

    /// <summary>"MNIST, training part".</summary>
    protected static string NameOf(RealDataSet set, DataPart part) =>
        Text.Format(part == DataPart.Training ? DataText.TrainingPart : DataText.TestPart, set.Title);
}
