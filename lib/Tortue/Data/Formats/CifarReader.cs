using static TorchSharp.torch;

namespace Tortue.Data.Formats;

/// <summary>Reads the binary files of CIFAR-10 and CIFAR-100.</summary>
/// <param name="layout">Which of the two.</param>
/// <param name="members">The files.</param>
internal sealed class CifarReader(CifarLayout layout, ArchiveMembers members)
{
    /// <summary>The classes' names, one a line; the files end in empty lines.</summary>
    /// <exception cref="DataFormatException">There are fewer or more.</exception>
    public IReadOnlyList<string> ClassNames()
    {
        var bytes = members[layout.ClassNames];
        var lines = System.Text.Encoding.UTF8.GetString(bytes)
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length == layout.Classes)
            return lines;
        throw new DataFormatException(
            members.NameOf(layout.ClassNames), bytes.Length, Text.Format(FormatsText.Names, layout.Classes), $"{lines.Length}");
    }

    /// <summary>The images and labels of some files, one after the other.</summary>
    /// <param name="names">The files.</param>
    /// <returns>float32 in [0, 1], N×3×32×32, and int64, N numbers.</returns>
    /// <exception cref="DataFormatException">A file is not there, has a record cut off, or a label out of its range.</exception>
    public (Tensor Images, Tensor Labels) Records(IReadOnlyList<string> names)
    {
        int[] counts = [.. names.Select(Count)];
        long total = counts.Sum(count => (long)count);
        if (total * CifarLayout.Pixels > PixelValues.Most)
        {
            var most = Text.Format(FormatsText.AtMost, PixelValues.Most);
            throw new DataFormatException(members.Path, 0, most, $"{total * CifarLayout.Pixels}");
        }

        var labels = new long[total];
        for (int file = 0, next = 0; file < names.Count; next += counts[file++])
            ReadLabels(names[file], labels.AsSpan(next, counts[file]));
        var images = empty([total, CifarLayout.Channels, CifarLayout.Side, CifarLayout.Side], float32);
        var values = PixelValues.Of(images);
        foreach (var name in names)
            values = ReadImages(members[name], values);
        return (images, tensor(labels));
    }

    private int Count(string name)
    {
        var bytes = members[name];
        if (bytes.Length > 0 && bytes.Length % layout.RecordSize == 0)
            return bytes.Length / layout.RecordSize;
        throw new DataFormatException(
            members.NameOf(name),
            bytes.Length - bytes.Length % layout.RecordSize,
            Text.Format(FormatsText.Records, layout.RecordSize),
            Text.Format(FormatsText.Bytes, bytes.Length));
    }

    private void ReadLabels(string name, Span<long> labels)
    {
        var bytes = members[name];
        for (int i = 0; i < labels.Length; i++)
        {
            int at = i * layout.RecordSize + layout.LabelBytes - 1;
            if (bytes[at] >= layout.Classes)
                throw new DataFormatException(
                    members.NameOf(name), at, Text.Format(FormatsText.Label, layout.Classes - 1), $"{bytes[at]}");
            labels[i] = bytes[at];
        }
    }

    // Gives back what is left to fill.
    private Span<float> ReadImages(byte[] bytes, Span<float> values)
    {
        for (int start = layout.LabelBytes; start < bytes.Length; start += layout.RecordSize)
        {
            PixelValues.Scale(bytes.AsSpan(start, CifarLayout.Pixels), values);
            values = values[CifarLayout.Pixels..];
        }

        return values;
    }
}
