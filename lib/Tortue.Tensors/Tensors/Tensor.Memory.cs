using Tortue.Tensors;
using Tortue.Tensors.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>A new tensor with arbitrary contents.</summary>
        internal static Tensor Empty(long[] sizes, ScalarType type) =>
            new(TensorStorage.Allocate(type, Shapes.Count(sizes)), sizes, Shapes.ContiguousStrides(sizes));

        /// <summary>A tensor of one element that stands for a plain number; no scope knows it.</summary>
        internal static Tensor PlainNumber(Scalar value)
        {
            var type = value.Type switch
            {
                ScalarType.Float32 or ScalarType.Float64 => ScalarType.Float64,
                ScalarType.Bool => ScalarType.Bool,
                _ => ScalarType.Int64,
            };
            TensorStorage storage = type switch
            {
                ScalarType.Float64 => new TensorStorage<double>(type, [value.ToDouble()]),
                ScalarType.Bool => new TensorStorage<bool>(type, [value.ToBoolean()]),
                _ => new TensorStorage<long>(type, [value.ToInt64()]),
            };
            return new Tensor(storage, [], [], attach: false) { IsPlainNumber = true };
        }

        /// <summary>The elements as kernels take them.</summary>
        internal Strided<T> Elements<T>()
            where T : unmanaged
        {
            var storage = StorageOf<T>();
            return new Strided<T>(storage.Array, storage.Start + _offset, _sizes, _strides);
        }

        /// <summary>The elements as kernels take them, repeated to a larger shape.</summary>
        internal Strided<T> Elements<T>(long[] sizes)
            where T : unmanaged
        {
            var storage = StorageOf<T>();
            return new Strided<T>(storage.Array, storage.Start + _offset, sizes, Shapes.ExpandStrides(_sizes, _strides, sizes));
        }

        /// <summary>The elements of a tensor that is packed.</summary>
        internal Span<T> Span<T>()
            where T : unmanaged
        {
            var storage = StorageOf<T>();
            return Count == 0 ? [] : storage.Array.AsSpan(storage.Start + _offset, Count);
        }

        /// <summary>All memory from the first element of this tensor on, for kernels that go by strides.</summary>
        internal Span<T> SpanFromOffset<T>()
            where T : unmanaged
        {
            var storage = StorageOf<T>();
            return Count == 0 ? [] : storage.Array.AsSpan(storage.Start + _offset, storage.Length - _offset);
        }

        /// <summary>The memory, as the type that an operation works on.</summary>
        private TensorStorage<T> StorageOf<T>()
            where T : unmanaged => Storage as TensorStorage<T> ?? throw new NotSupportedException(
                $"The operation is not available in this engine for {dtype} tensors: convert them first, for example with " +
                $"to_type(ScalarType.Int64).");

        /// <summary>Another tensor over the same memory, with no history.</summary>
        internal Tensor Reshaped(long[] sizes, long[] strides, long offset) => new(Storage.Retain(), sizes, strides, offset);

        /// <summary>A second handle on the same elements, with no history, that no scope knows.</summary>
        internal Tensor Share() => new(Storage.Retain(), _sizes, _strides, _offset, attach: false);

        /// <summary>This tensor when it is packed, and a packed copy otherwise; no history.</summary>
        internal Tensor Packed() => IsPacked ? this : Copied();

        /// <summary>A packed copy with no history.</summary>
        internal Tensor Copied()
        {
            var copy = Empty(_sizes, dtype);
            copy.Assign(this);
            return copy;
        }

        /// <summary>Overwrites the elements, converting their type and repeating the source where its shape is smaller.</summary>
        internal void Assign(Tensor source) => Conversion.Assign(source, this);

        /// <summary>Overwrites the elements with an array's, in row-major order, converting their type.</summary>
        internal void AssignInOrder<T>(T[] values)
            where T : unmanaged
        {
            var storage = new TensorStorage<T>(ScalarTypes.Of<T>(), values);
            using var source = new Tensor(storage, _sizes, Shapes.ContiguousStrides(_sizes), attach: false);
            Assign(source);
        }

        /// <summary>Overwrites every element.</summary>
        internal void Fill(Scalar value) => Conversion.Fill(this, value);

        /// <summary>The same values in another element type; the tensor itself where that is the one it has. No history.</summary>
        internal Tensor As(ScalarType type) => type == dtype ? this : Converted(type);

        /// <summary>A packed copy in an element type, with no history.</summary>
        /// <param name="type">The element type.</param>
        /// <param name="attach">Whether the current scope is to know it.</param>
        internal Tensor Converted(ScalarType type, bool attach = true)
        {
            var converted = new Tensor(TensorStorage.Allocate(type, Count), _sizes, Shapes.ContiguousStrides(_sizes), attach: attach)
            {
                IsPlainNumber = IsPlainNumber,
            };
            converted.Assign(this);
            return converted;
        }

        /// <summary>Whether two tensors lie over the same memory.</summary>
        internal bool SharesMemoryWith(Tensor other) => ReferenceEquals(Storage, other.Storage);

        /// <summary>Whether two tensors are the same elements in the same places.</summary>
        internal bool IsSameView(Tensor other) =>
            SharesMemoryWith(other) && _offset == other._offset
            && Shapes.Same(_sizes, other._sizes) && Shapes.Same(_strides, other._strides);
    }
}
