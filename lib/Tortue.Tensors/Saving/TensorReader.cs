using static TorchSharp.torch;

namespace Tortue.Tensors.Saving;

/// <summary>
/// Reads what <see cref="TensorWriter"/> and TorchSharp write. Whatever is wrong with it is told in one sentence that names the file and
/// the entry; nothing is believed before it was checked against the bytes that are there.
/// </summary>
/// <param name="reader">Where to read.</param>
internal sealed class TensorReader(BinaryReader reader)
{
    private const int MostDimensions = 64;
    private const int BytesAtOnce = 1 << 20;
    private const int MostLetters = 80;

    /// <summary>The file's name, or "the stream".</summary>
    public string Source { get; } = reader.BaseStream is FileStream file ? $"file '{file.Name}'" : "the stream";

    /// <summary>What is being read, for the reader of an error.</summary>
    public string Entry { get; set; } = "the tensor";

    /// <summary>The number of entries at the start of a module's file.</summary>
    public long ReadCount()
    {
        CheckNotArchive();
        Entry = "the number of entries";
        return Reading(() => Leb128.Read(reader));
    }

    /// <summary>The name of the next entry.</summary>
    public string ReadName(long place, long count)
    {
        Entry = $"entry {place + 1} of {count}";
        var name = Reading(reader.ReadString);
        Entry = $"entry '{Legible(name)}'";
        return name;
    }

    /// <summary>The start of an optimiser's file, which must be of a kind, and of as many groups and parameters.</summary>
    public void ReadOptimizer(string kind, int groups, int parameters)
    {
        Entry = "the kind of optimizer";
        var found = Reading(reader.ReadString);
        if (found != kind)
            throw new InvalidDataException($"Mismatched optimizer type: expected '{kind}', but found '{found}' in {Source}.");
        Entry = "the number of parameter groups";
        if (Reading(() => Leb128.Read(reader)) is var options && options != groups)
            throw Mismatch("optimizer state", $"{groups} parameter groups", $"{options}");
        Entry = "the number of parameters";
        if (Reading(() => Leb128.Read(reader)) is var states && states != parameters)
            throw Mismatch("optimizer state", $"{parameters} parameters", $"{states}");
        Entry = "the state of the optimizer";
    }

    /// <summary>Reads something that does not know this reader.</summary>
    public TResult ReadPart<TResult>(Func<TResult> read)
    {
        try
        {
            return read();
        }
        catch (EndOfStreamException)
        {
            throw Truncated();
        }
    }

    public TensorHeader ReadHeader()
    {
        var type = (ScalarType)Math.Min(Reading(() => Leb128.Read(reader)), sbyte.MaxValue);
        if (!IsKnown(type))
            throw Corrupt($"{(int)type}, which is not the number of an element type");
        var rank = Reading(() => Leb128.Read(reader));
        if (rank > MostDimensions)
            throw Corrupt($"{rank} dimensions, more than {MostDimensions}");
        var sizes = new long[rank];
        for (var i = 0; i < rank; i++)
            sizes[i] = Reading(() => Leb128.Read(reader));
        var header = new TensorHeader(type, sizes);
        CheckLength(header);
        return header;
    }

    /// <summary>The values that follow a header, as a new tensor that no scope knows.</summary>
    public Tensor ReadValues(TensorHeader header)
    {
        if (!ScalarTypes.IsAvailable(header.Type))
            throw new NotSupportedException($"{Place} is a {header}. {ScalarTypes.Unsupported(header.Type).Message}");

        var tensor = Tensor.Empty(header.Sizes, header.Type).DetachFromDisposeScope();
        ReadInto(tensor);
        return tensor;
    }

    /// <summary>Overwrites a packed tensor's values with those that follow.</summary>
    public void ReadInto(Tensor tensor)
    {
        var bytes = tensor.RawBytes();
        while (bytes.Length > 0)
        {
            var count = reader.Read(bytes[..Math.Min(bytes.Length, BytesAtOnce)]);
            if (count == 0)
                throw Truncated();
            bytes = bytes[count..];
        }

        // Any byte but zero means true in PyTorch; in C# a bool is zero or one.
        if (tensor.dtype == ScalarType.Bool)
        {
            foreach (ref var value in tensor.RawBytes())
                value = value == 0 ? (byte)0 : (byte)1;
        }
    }

    /// <summary>Passes over the values that follow a header.</summary>
    public void Skip(TensorHeader header)
    {
        if (reader.BaseStream.CanSeek)
        {
            reader.BaseStream.Seek(header.ByteCount, SeekOrigin.Current);
            return;
        }

        for (var left = header.ByteCount; left > 0;)
        {
            var count = reader.ReadBytes((int)Math.Min(left, BytesAtOnce)).Length;
            if (count == 0)
                throw Truncated();
            left -= count;
        }
    }

    /// <summary>An error about the entry being read: what was expected, and what there is.</summary>
    public ArgumentException Mismatch(string what, string expected, string found) =>
        new($"Mismatched {what} while loading: for {Place}, expected {expected}, but found {found}.");

    /// <summary>An error about bytes that make no sense.</summary>
    public InvalidDataException Corrupt(string why) =>
        new($"{Place} cannot be read: found {why}. Is it a file that TorchSharp or this engine saved?");

    private string Place => $"{Entry} in {Source}";

    /// <summary>A name as it may stand in a sentence, also when it is no name but other bytes.</summary>
    private static string Legible(string name)
    {
        var legible = string.Concat(name.Take(MostLetters).Select(letter => char.IsControl(letter) ? '?' : letter));
        return name.Length > MostLetters ? legible + "…" : legible;
    }

    private static bool IsKnown(ScalarType type) => Enum.IsDefined(type);

    private EndOfStreamException Truncated() => new($"{Place} cannot be read: the data end before it does.");

    private TResult Reading<TResult>(Func<TResult> read)
    {
        try
        {
            return read();
        }
        catch (EndOfStreamException)
        {
            throw Truncated();
        }
        catch (Exception error) when (error is InvalidDataException or FormatException)
        {
            throw Corrupt(error is FormatException ? "a length that no name has" : error.Message);
        }
    }

    private void CheckLength(TensorHeader header)
    {
        var product = 1.0;
        foreach (var size in header.Sizes)
            product *= size;
        if (product > Array.MaxLength && !header.Sizes.Contains(0))
            throw Corrupt($"shape {Shapes.Text(header.Sizes)}, more elements than a tensor can have");
        if (reader.BaseStream is { CanSeek: true } stream && stream.Length - stream.Position < header.ByteCount)
            throw Truncated();
    }

    /// <summary>PyTorch's own files are zip archives, which start with PK.</summary>
    private void CheckNotArchive()
    {
        if (reader.BaseStream is not { CanSeek: true } stream)
            return;
        var start = new byte[4];
        var count = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        stream.Seek(-count, SeekOrigin.Current);
        if (count == start.Length && start.AsSpan().SequenceEqual("PK\x3\x4"u8))
        {
            throw new InvalidDataException($"{Source} is a zip archive, as PyTorch's torch.save writes; a module is loaded from what " +
                "its save method wrote here or in TorchSharp.");
        }
    }
}
