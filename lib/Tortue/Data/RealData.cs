namespace Tortue.Data;

/// <summary>
/// Reads real sets from this machine: MNIST, Fashion-MNIST, CIFAR-10, CIFAR-100. Nothing is downloaded here; <c>tortue data get NAME</c>
/// does that. A set is looked for in the subfolder of its name and in the folder itself, packed or unpacked.
/// </summary>
public static class RealData
{
    /// <summary>Reads both parts.</summary>
    /// <param name="name">"mnist", "fashion-mnist", "cifar10" or "cifar100".</param>
    /// <param name="folder">Where the files are, or a .tar.gz archive; null looks in <see cref="DataFolder.Root"/>.</param>
    /// <returns>float32 in [0, 1], N×1×28×28 or N×3×32×32, with labels and class names.</returns>
    /// <exception cref="ArgumentException">There is no set of this name.</exception>
    /// <exception cref="DataNotFoundException">A part is not there.</exception>
    /// <exception cref="Formats.DataFormatException">A file is not what it should be.</exception>
    public static (LabelledData Training, LabelledData Test) Load(string name, string? folder = null)
    {
        var parts = Read(DataCatalogue.Find(name), folder, DataPart.Training, DataPart.Test);
        return (parts[0], parts[1]);
    }

    /// <summary>Reads one part; the other need not be there.</summary>
    /// <param name="name">"mnist", "fashion-mnist", "cifar10" or "cifar100".</param>
    /// <param name="part">Which part.</param>
    /// <param name="folder">Where the files are, or a .tar.gz archive; null looks in <see cref="DataFolder.Root"/>.</param>
    /// <returns>float32 in [0, 1], N×1×28×28 or N×3×32×32, with labels and class names.</returns>
    /// <exception cref="ArgumentException">There is no set of this name.</exception>
    /// <exception cref="DataNotFoundException">The part is not there.</exception>
    /// <exception cref="Formats.DataFormatException">A file is not what it should be.</exception>
    public static LabelledData Part(string name, DataPart part, string? folder = null) =>
        Read(DataCatalogue.Find(name), folder, part)[0];

    /// <summary>Reads both parts where they are there: for notebooks that use a real set when they can.</summary>
    /// <param name="name">"mnist", "fashion-mnist", "cifar10" or "cifar100".</param>
    /// <param name="folder">Where the files are, or a .tar.gz archive; null looks in <see cref="DataFolder.Root"/>.</param>
    /// <returns>The parts; null where one of them is not there.</returns>
    /// <exception cref="ArgumentException">There is no set of this name.</exception>
    /// <exception cref="Formats.DataFormatException">A file is there and is not what it should be.</exception>
    public static (LabelledData Training, LabelledData Test)? TryFind(string name, string? folder = null) =>
        IsThere(name, DataPart.Training, folder) && IsThere(name, DataPart.Test, folder) ? Load(name, folder) : null;

    /// <summary>Reads one part where it is there.</summary>
    /// <param name="name">"mnist", "fashion-mnist", "cifar10" or "cifar100".</param>
    /// <param name="part">Which part.</param>
    /// <param name="folder">Where the files are, or a .tar.gz archive; null looks in <see cref="DataFolder.Root"/>.</param>
    /// <returns>The part; null where it is not there.</returns>
    /// <exception cref="ArgumentException">There is no set of this name.</exception>
    /// <exception cref="Formats.DataFormatException">A file is there and is not what it should be.</exception>
    public static LabelledData? TryFind(string name, DataPart part, string? folder = null) =>
        IsThere(name, part, folder) ? Part(name, part, folder) : null;

    /// <summary>Whether a part is there, without reading it.</summary>
    /// <param name="name">"mnist", "fashion-mnist", "cifar10" or "cifar100".</param>
    /// <param name="part">Which part.</param>
    /// <param name="folder">Where the files are, or a .tar.gz archive; null looks in <see cref="DataFolder.Root"/>.</param>
    /// <exception cref="ArgumentException">There is no set of this name.</exception>
    public static bool IsThere(string name, DataPart part, string? folder = null) =>
        Find(DataCatalogue.Find(name), part, folder ?? DataFolder.Root) is not null;

    /// <summary>The files that a part is read from; none where it is not there.</summary>
    internal static IReadOnlyList<string> Files(string name, DataPart part) => Find(DataCatalogue.Find(name), part, DataFolder.Root) ?? [];

    private static IReadOnlyList<LabelledData> Read(RealDataSet set, string? folder, params DataPart[] parts)
    {
        var place = folder ?? DataFolder.Root;
        return set.Parts.Read(set, [.. parts.Select(part => (part, Find(set, part, place) ?? throw Missing(set, part, place)))]);
    }

    private static IReadOnlyList<string>? Find(RealDataSet set, DataPart part, string place) =>
        set.Parts.Find(set, Path.Combine(place, set.Name), part) ?? set.Parts.Find(set, place, part);

    private static DataNotFoundException Missing(RealDataSet set, DataPart part, string place) => new(Text.Format(
        DataText.NotThere,
        Text.Format(part == DataPart.Training ? DataText.TrainingPart : DataText.TestPart, set.Title),
        place,
        set.Name,
        DataFolder.Variable));
}
