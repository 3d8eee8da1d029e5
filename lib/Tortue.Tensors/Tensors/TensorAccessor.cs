using System.Collections;
using Tortue.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Utils;

/// <summary>The elements of a tensor in row-major order. It shares the tensor's memory, and is valid as long as the tensor is.</summary>
/// <typeparam name="T">The element type.</typeparam>
public sealed class TensorAccessor<T> : IDisposable, IEnumerable<T>
    where T : unmanaged
{
    private readonly Tensor _tensor;

    internal TensorAccessor(Tensor tensor) => _tensor = tensor;

    /// <summary>The number of elements.</summary>
    public long Count => _tensor.NumberOfElements;

    /// <summary>Whether elements cannot be written: they can.</summary>
    public bool IsReadOnly => false;

    /// <summary>One element.</summary>
    /// <param name="indices">One index for each dimension, or a single one into the elements in row-major order.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such element.</exception>
    public T this[params long[] indices]
    {
        get => Memory[Place(indices)];
        set => Memory[Place(indices)] = value;
    }

    private Span<T> Memory => _tensor.SpanFromOffset<T>();

    /// <summary>A copy of the elements in row-major order.</summary>
    /// <returns>A new array of one dimension.</returns>
    public T[] ToArray()
    {
        var array = new T[Count];
        CopyTo(array);
        return array;
    }

    /// <summary>A copy of the elements in the tensor's shape.</summary>
    /// <returns>A new array with as many dimensions as the tensor, at least one.</returns>
    public Array ToNDArray()
    {
        if (_tensor.Rank <= 1)
            return ToArray();

        var array = Array.CreateInstance(typeof(T), _tensor.Sizes);
        Buffer.BlockCopy(ToArray(), 0, array, 0, (int)Count * (typeof(T) == typeof(bool) ? 1 : _tensor.dtype.ElementSize()));
        return array;
    }

    /// <summary>Copies elements to an array.</summary>
    /// <param name="array">The array.</param>
    /// <param name="arrayIndex">Where in the array to begin.</param>
    /// <param name="tensorIndex">Which element comes first, in row-major order.</param>
    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyTo(array.AsSpan(), arrayIndex, tensorIndex);

    /// <summary>Copies elements to memory.</summary>
    /// <param name="array">The memory.</param>
    /// <param name="arrayIndex">Where in it to begin.</param>
    /// <param name="tensorIndex">Which element comes first, in row-major order.</param>
    public void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var room = array[arrayIndex..];
        using var packed = Operand.InOrder(_tensor);
        var elements = packed.Span<T>()[(int)tensorIndex..];
        elements[..Math.Min(room.Length, elements.Length)].CopyTo(room);
    }

    /// <summary>Overwrites elements with an array's.</summary>
    /// <param name="array">The array.</param>
    /// <param name="arrayIndex">Where in the array to begin.</param>
    /// <param name="tensorIndex">Which element to write first, in row-major order.</param>
    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyFrom((ReadOnlySpan<T>)array, arrayIndex, tensorIndex);

    /// <summary>Overwrites elements with those in memory.</summary>
    /// <param name="array">The memory.</param>
    /// <param name="arrayIndex">Where in it to begin.</param>
    /// <param name="tensorIndex">Which element to write first, in row-major order.</param>
    public void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var values = array[arrayIndex..];
        using var packed = Operand.InOrder(_tensor);
        var elements = packed.Span<T>()[(int)tensorIndex..];
        values[..Math.Min(values.Length, elements.Length)].CopyTo(elements);
        if (!ReferenceEquals(packed.Tensor, _tensor))
            _tensor.Assign(packed);
    }

    /// <summary>Visits the elements in row-major order.</summary>
    /// <returns>An enumerator over a copy.</returns>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)ToArray()).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Nothing to give back: the memory is the tensor's.</summary>
    public void Dispose()
    {
    }

    private int Place(long[] indices)
    {
        var (sizes, strides, place) = (_tensor.Sizes, _tensor.Strides, 0L);
        if (indices.Length == 1 && sizes.Length != 1)
        {
            var (rest, count) = (indices[0], Count);
            if (rest < 0 || rest >= count)
                throw new IndexOutOfRangeException($"Index {rest} is out of range for {count} elements.");
            for (var d = sizes.Length - 1; d >= 0; d--, rest /= sizes[d + 1])
                place += rest % sizes[d] * strides[d];
            return (int)place;
        }

        if (indices.Length != sizes.Length)
            throw new IndexOutOfRangeException($"{indices.Length} indices do not fit a tensor of {sizes.Length} dimensions.");
        for (var d = 0; d < sizes.Length; d++)
        {
            if (indices[d] < 0 || indices[d] >= sizes[d])
                throw new IndexOutOfRangeException($"Index {indices[d]} is out of range for dimension {d} with size {sizes[d]}.");
            place += indices[d] * strides[d];
        }

        return (int)place;
    }
}
