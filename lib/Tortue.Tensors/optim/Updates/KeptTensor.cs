using Tortue.Tensors.Saving;
using static TorchSharp.torch;

namespace Tortue.Tensors.Updates;

/// <summary>What an optimiser keeps for a parameter from one step to the next: packed, without history, known to no scope.</summary>
internal static class KeptTensor
{
    /// <summary>Zeros of a tensor's shape and element type.</summary>
    public static Tensor Zeros(Tensor like)
    {
        var zeros = Tensor.Empty(like.Sizes, like.dtype).DetachFromDisposeScope();
        zeros.Fill(0);
        return zeros;
    }

    /// <summary>Gives one back, if it is there.</summary>
    public static void Drop(ref Tensor? mine)
    {
        mine?.Dispose();
        mine = null;
    }

    /// <summary>Puts a copy of another state's tensor in the place of this one's.</summary>
    /// <exception cref="ArgumentException">The shapes or the element types differ.</exception>
    public static void Replace(Tensor like, ref Tensor? mine, Tensor? theirs)
    {
        if (ReferenceEquals(mine, theirs))
            return;
        if (theirs is not null && (!Shapes.Same(like.Sizes, theirs.Sizes) || like.dtype != theirs.dtype))
        {
            throw new ArgumentException($"the loaded state is of a parameter of shape {Shapes.Text(theirs.Sizes)} ({theirs.dtype}), " +
                $"this one has shape {Shapes.Text(like.Sizes)} ({like.dtype})");
        }

        mine?.Dispose();
        mine = theirs?.Copied().DetachFromDisposeScope();
    }

    /// <summary>Whether both are absent, or close.</summary>
    public static bool Close(Tensor? mine, Tensor? theirs) =>
        mine is null || theirs is null ? mine is null && theirs is null : mine.allclose(theirs);

    /// <summary>Writes one in TorchSharp's format.</summary>
    public static void Write(BinaryWriter writer, Tensor mine) => TensorWriter.Write(writer, mine);

    /// <summary>Writes whether it is there, and it if so.</summary>
    public static void WriteOptional(BinaryWriter writer, Tensor? mine)
    {
        writer.Write(mine is not null);
        if (mine is not null)
            Write(writer, mine);
    }

    /// <summary>Puts a tensor read in the place of this one.</summary>
    /// <exception cref="ArgumentException">Its shape or element type is not the parameter's.</exception>
    public static void Read(BinaryReader reader, Tensor like, string name, ref Tensor? mine)
    {
        var source = new TensorReader(reader) { Entry = $"{name} of a parameter of shape {Shapes.Text(like.Sizes)}" };
        var header = source.ReadHeader();
        if (header.Type != like.dtype)
            throw source.Mismatch("tensor data types", $"{like.dtype}", $"{header.Type}");
        if (!Shapes.Same(header.Sizes, like.Sizes))
            throw source.Mismatch("tensor shape", Shapes.Text(like.Sizes), Shapes.Text(header.Sizes));
        var read = source.ReadValues(header);
        Drop(ref mine);
        mine = read;
    }

    /// <summary>Reads whether it is there, and it if so.</summary>
    public static void ReadOptional(BinaryReader reader, Tensor like, string name, ref Tensor? mine)
    {
        if (reader.ReadBoolean())
            Read(reader, like, name, ref mine);
        else
            Drop(ref mine);
    }
}
