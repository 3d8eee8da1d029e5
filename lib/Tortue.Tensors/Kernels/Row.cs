using System.Runtime.InteropServices;

namespace Tortue.Tensors.Kernels;

/// <summary>A buffer through which rows that are not packed are read and written, so that every kernel sees packed memory.</summary>
internal ref struct Row<T>(int length)
    where T : unmanaged
{
    private T[]? _buffer;

    /// <summary>A row to read: the memory itself where it is packed, and a copy otherwise.</summary>
    public ReadOnlySpan<T> Read(Strided<T> tensor, int offset, int stride)
    {
        if (stride == 1)
            return tensor.Slice(offset, length);

        var row = Buffer();
        if (stride == 0)
        {
            row.Fill(tensor.Array[tensor.Start + offset]);
            return row;
        }

        ref var source = ref MemoryMarshal.GetArrayDataReference(tensor.Array);
        nint at = tensor.Start + offset;
        for (var i = 0; i < row.Length; i++, at += stride)
            row[i] = System.Runtime.CompilerServices.Unsafe.Add(ref source, at);
        return row;
    }

    /// <summary>Where to write a row: the memory itself where it is packed, and a buffer otherwise.</summary>
    public Span<T> Target(Strided<T> tensor, int offset, int stride) => stride == 1 ? tensor.Slice(offset, length) : Buffer();

    /// <summary>Brings a row from the buffer to where it belongs.</summary>
    public readonly void Store(Strided<T> tensor, int offset, int stride)
    {
        if (stride == 1)
            return;

        var at = tensor.Start + offset;
        for (var i = 0; i < length; i++, at += stride)
            tensor.Array[at] = _buffer![i];
    }

    private Span<T> Buffer() => (_buffer ??= new T[length]).AsSpan();
}
