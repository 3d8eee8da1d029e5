using System.Numerics;
using static TorchSharp.torch;

namespace Tortue.Tensors;

/// <summary>Reading and writing at indices held in tensors. No history is recorded here.</summary>
internal static class Indexing
{
    /// <summary>out[i][j][k] = x[i][index[i][j][k]][k], for the dimension in the middle.</summary>
    public static Tensor Gather(Tensor x, int dim, Tensor index)
    {
        var result = Tensor.Empty(index.Sizes, x.dtype);
        switch (x.dtype)
        {
            case ScalarType.Float32: Gather<float>(x, dim, index, result); break;
            case ScalarType.Float64: Gather<double>(x, dim, index, result); break;
            case ScalarType.Int64: Gather<long>(x, dim, index, result); break;
            case ScalarType.Int32: Gather<int>(x, dim, index, result); break;
            case ScalarType.Byte: Gather<byte>(x, dim, index, result); break;
            default: Gather<bool>(x, dim, index, result); break;
        }

        return result;
    }

    /// <summary>Zeros of a shape, to which sources are added at indices along a dimension: the gradient of <see cref="Gather"/>.</summary>
    public static Tensor ScatterAdd(long[] sizes, int dim, Tensor index, Tensor source)
    {
        var result = Tensor.Empty(sizes, source.dtype);
        result.Fill(0);
        ScatterAddTo(result, dim, index, source);
        return result;
    }

    /// <summary>Adds sources at indices along a dimension; equal indices add up.</summary>
    public static void ScatterAddTo(Tensor target, int dim, Tensor index, Tensor source)
    {
        switch (target.dtype)
        {
            case ScalarType.Float32: Scatter<float>(target, dim, index, source, Add); break;
            case ScalarType.Float64: Scatter<double>(target, dim, index, source, Add); break;
            case ScalarType.Int64: Scatter<long>(target, dim, index, source, Add); break;
            case ScalarType.Int32: Scatter<int>(target, dim, index, source, Add); break;
            default: throw TorchError.Because($"scatter_add is not implemented for '{ScalarTypes.ShortName(target.dtype)}'");
        }
    }

    /// <summary>Writes sources at indices along a dimension; of equal indices the last wins.</summary>
    public static void ScatterTo(Tensor target, int dim, Tensor index, Tensor source)
    {
        switch (target.dtype)
        {
            case ScalarType.Float32: Scatter<float>(target, dim, index, source, static (_, y) => y); break;
            case ScalarType.Float64: Scatter<double>(target, dim, index, source, static (_, y) => y); break;
            case ScalarType.Int64: Scatter<long>(target, dim, index, source, static (_, y) => y); break;
            case ScalarType.Int32: Scatter<int>(target, dim, index, source, static (_, y) => y); break;
            case ScalarType.Byte: Scatter<byte>(target, dim, index, source, static (_, y) => y); break;
            default: Scatter<bool>(target, dim, index, source, static (_, y) => y); break;
        }
    }

    /// <summary>The positions of the elements that are not zero: one row for each, one column for each dimension.</summary>
    public static Tensor NonZero(Tensor x)
    {
        using var truths = Operand.InOrder(x, ScalarType.Bool);
        var flags = truths.Span<bool>();
        var found = new List<int>();
        for (var i = 0; i < flags.Length; i++)
        {
            if (flags[i])
                found.Add(i);
        }

        var result = Tensor.Empty([found.Count, x.Rank], ScalarType.Int64);
        var positions = result.Span<long>();
        var strides = Shapes.ContiguousStrides(x.Sizes);
        for (var row = 0; row < found.Count; row++)
        {
            for (var d = 0; d < x.Rank; d++)
                positions[(row * x.Rank) + d] = found[row] / strides[d] % x.Sizes[d];
        }

        return result;
    }

    private static T Add<T>(T x, T y)
        where T : INumber<T> => x + y;

    private static void Gather<T>(Tensor x, int dim, Tensor index, Tensor result)
        where T : unmanaged
    {
        using var indices = Operand.InOrder(index);
        var memory = x.SpanFromOffset<T>();
        var to = result.Span<T>();
        var at = new Walk(x, dim, indices);
        for (var i = 0; i < to.Length; i++)
            to[i] = memory[at.Next()];
    }

    private static void Scatter<T>(Tensor target, int dim, Tensor index, Tensor source, Func<T, T, T> combine)
        where T : unmanaged
    {
        var memory = target.SpanFromOffset<T>();
        using var cut = Operand.Rearranged(source, index.Sizes, source.Rank == 0 ? new long[index.Rank] : source.Strides);
        using var sources = Operand.Of(cut, target.dtype);
        using var indices = Operand.InOrder(index);
        var from = sources.Span<T>();
        var at = new Walk(target, dim, indices);
        for (var i = 0; i < from.Length; i++)
        {
            ref var place = ref memory[at.Next()];
            place = combine(place, from[i]);
        }
    }

    /// <summary>Visits, in the order of an index tensor's elements, the places in memory that they mean.</summary>
    private ref struct Walk
    {
        private readonly Span<long> _indices;
        private readonly long[] _sizes;
        private readonly long[] _strides;
        private readonly long[] _position;
        private readonly int _dim;
        private readonly long _limit;
        private int _next;

        public Walk(Tensor x, int dim, Tensor index)
        {
            _indices = index.Span<long>();
            (_sizes, _strides, _position, _dim) = (index.Sizes, x.Strides, new long[index.Rank], dim);
            _limit = x.Rank == 0 ? 1 : x.Sizes[dim];
        }

        public int Next()
        {
            var index = _indices[_next++];
            if (index < 0 || index >= _limit)
                throw TorchError.Because($"index {index} is out of bounds for dimension {_dim} with size {_limit}");
            if (_strides.Length == 0)
                return 0;

            var place = index * _strides[_dim];
            for (var d = 0; d < _position.Length; d++)
                place += d == _dim ? 0 : _position[d] * _strides[d];
            for (var d = _position.Length - 1; d >= 0 && ++_position[d] == _sizes[d]; d--)
                _position[d] = 0;
            return (int)place;
        }
    }
}
