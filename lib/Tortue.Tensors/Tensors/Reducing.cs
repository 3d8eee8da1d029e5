using System.Numerics;
using Tortue.Tensors.Kernels;
using static TorchSharp.torch;

namespace Tortue.Tensors;

/// <summary>Reductions over chosen dimensions. No history is recorded here; reduced dimensions keep size one by default.</summary>
internal static class Reducing
{
    private delegate void Kernel<T>(ReadOnlySpan<T> x, Span<T> y, int outer, int length, int inner);

    // All dimensions of a tensor, by its rank, for the ranks that there are in practice.
    private static readonly int[][] AllDims = [.. Enumerable.Range(0, 9).Select(rank => Enumerable.Range(0, rank).ToArray())];

    /// <summary>The dimensions meant by an argument: all when it is null or empty, each once, in ascending order.</summary>
    /// <returns>An array that is not to be written to.</returns>
    public static int[] Dims(Tensor x, ReadOnlySpan<long> dims)
    {
        if (dims.Length == 0)
            return x.Rank < AllDims.Length ? AllDims[x.Rank] : [.. Enumerable.Range(0, x.Rank)];
        if (dims.Length == 1 && x.Rank > 0)
            return [Shapes.WrapDim(dims[0], x.Rank)];

        var wrapped = new SortedSet<int>();
        foreach (var dim in dims)
        {
            if (!wrapped.Add(Shapes.WrapDim(dim, x.Rank)))
                throw TorchError.Because($"dim {Shapes.WrapDim(dim, x.Rank)} appears multiple times in the list of dims");
        }

        return x.Rank == 0 ? [] : [.. wrapped];
    }

    /// <summary>The sizes that are left over, or with ones where dimensions were reduced.</summary>
    public static long[] SizesAfter(long[] sizes, int[] dims, bool keepdim)
    {
        if (!keepdim && dims.Length == sizes.Length)
            return [];

        var result = new long[keepdim ? sizes.Length : sizes.Length - dims.Length];
        for (int d = 0, place = 0; d < sizes.Length; d++)
        {
            var isReduced = Array.IndexOf(dims, d) >= 0;
            if (keepdim || !isReduced)
                result[place++] = isReduced ? 1 : sizes[d];
        }

        return result;
    }

    /// <summary>The sum over dimensions; integers and truth values are summed in Int64.</summary>
    public static Tensor Sum(Tensor x, int[] dims, bool keepdim = true) => (x.is_floating_point() ? x.dtype : ScalarType.Int64) switch
    {
        ScalarType.Float32 => Run<float>(x, dims, keepdim, Reductions.Sum),
        ScalarType.Float64 => Run<double>(x, dims, keepdim, Reductions.Sum),
        _ => Run<long>(x, dims, keepdim, Reductions.Sum),
    };

    /// <summary>The mean over dimensions of floating-point numbers; equal ones have themselves as their mean.</summary>
    public static Tensor Mean(Tensor x, int[] dims) =>
        x.dtype == ScalarType.Float32
            ? Run<float>(x, dims, keepdim: true, Reductions.Mean)
            : Run<double>(x, dims, keepdim: true, Reductions.Mean);

    /// <summary>The sum of squares over dimensions, of differences from a mean that has size one in them, where one is given.</summary>
    public static Tensor SumOfSquares(Tensor x, int[] dims, Tensor? mean = null) => x.dtype == ScalarType.Float32
        ? SumOfSquares<float>(x, dims, mean)
        : SumOfSquares<double>(x, dims, mean);

    /// <summary>The product over dimensions; integers and truth values are multiplied in Int64.</summary>
    public static Tensor Product(Tensor x, int[] dims, bool keepdim = true) => (x.is_floating_point() ? x.dtype : ScalarType.Int64) switch
    {
        ScalarType.Float32 => Run<float>(x, dims, keepdim, Reductions.Product),
        ScalarType.Float64 => Run<double>(x, dims, keepdim, Reductions.Product),
        _ => Run<long>(x, dims, keepdim, Reductions.Product),
    };

    /// <summary>The largest (smallest) element over dimensions; the parameters are those of <see cref="Extremum"/>.</summary>
    public static Tensor ExtremeValue(Tensor x, int[] dims, bool largest, string name, bool given, bool keepdim = true) =>
        Extrema(x, dims, largest, name, given, keepdim, withIndices: false).Values;

    /// <summary>The largest (smallest) element over dimensions, and its position among them in row-major order.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="dims">The dimensions.</param>
    /// <param name="largest">Whether the largest is wanted, and not the smallest.</param>
    /// <param name="name">The operation, for its messages.</param>
    /// <param name="given">Whether the dimensions were asked for.</param>
    /// <param name="keepdim">Whether the dimensions stay, with size one.</param>
    public static (Tensor Values, Tensor Indices) Extremum(
        Tensor x, int[] dims, bool largest, string name, bool given, bool keepdim = true)
    {
        var (values, indices) = Extrema(x, dims, largest, name, given, keepdim, withIndices: true);
        return (values, indices!);
    }

    private static (Tensor Values, Tensor? Indices) Extrema(
        Tensor x, int[] dims, bool largest, string name, bool given, bool keepdim, bool withIndices)
    {
        if (x.dtype is ScalarType.Bool or ScalarType.Byte)
        {
            using var numbers = Operand.Of(x, ScalarType.Int32);
            var (found, places) = Extrema(numbers, dims, largest, name, given, keepdim, withIndices);
            using (found)
                return (found.As(x.dtype), places);
        }

        using var arranged = new Arranged(x, dims, keepdim);
        if (arranged.Length == 0)
        {
            throw TorchError.Because(given
                ? $"{name}(): Expected reduction dim {Array.Find(dims, d => x.Sizes[d] == 0)} to have non-zero size."
                : $"{name}(): Expected reduction dim to be specified for input.numel() == 0. " +
                  "Specify the reduction dim with the 'dim' argument.");
        }

        var values = Tensor.Empty(arranged.Sizes, x.dtype);
        var positions = withIndices ? Tensor.Empty(arranged.Sizes, ScalarType.Int64) : null;
        switch (x.dtype)
        {
            case ScalarType.Float32: Extremum<float>(arranged, values, positions, largest); break;
            case ScalarType.Float64: Extremum<double>(arranged, values, positions, largest); break;
            case ScalarType.Int64: Extremum<long>(arranged, values, positions, largest); break;
            case ScalarType.Int32: Extremum<int>(arranged, values, positions, largest); break;
            default: throw ScalarTypes.Unsupported(x.dtype);
        }

        return (values, positions);
    }

    private static void Extremum<T>(in Arranged x, Tensor values, Tensor? indices, bool largest)
        where T : unmanaged, INumber<T>
    {
        Span<long> places = indices is null ? default : indices.Span<long>();
        Reductions.Extremum<T>(x.Elements.Span<T>(), values.Span<T>(), places, x.Outer, x.Length, x.Inner, largest);
    }

    private static Tensor SumOfSquares<T>(Tensor x, int[] dims, Tensor? mean)
        where T : unmanaged, INumber<T>
    {
        using var arranged = new Arranged(x, dims, keepdim: true);
        using var means = mean is null ? default : Operand.InOrder(mean);
        var result = Tensor.Empty(arranged.Sizes, x.dtype);
        ReadOnlySpan<T> shifts = mean is null ? default : means.Span<T>();
        Reductions.SquaredDeviations(
            arranged.Elements.Span<T>(), shifts, result.Span<T>(), arranged.Outer, arranged.Length, arranged.Inner);
        return result;
    }

    private static Tensor Run<T>(Tensor x, int[] dims, bool keepdim, Kernel<T> kernel)
        where T : unmanaged
    {
        var type = ScalarTypes.Of<T>();
        using var numbers = Operand.Of(x, type);
        using var arranged = new Arranged(numbers, dims, keepdim);
        var result = Tensor.Empty(arranged.Sizes, type);
        kernel(arranged.Elements.Span<T>(), result.Span<T>(), arranged.Outer, arranged.Length, arranged.Inner);
        return result;
    }

    /// <summary>A tensor laid out so that what is reduced is the middle of three dimensions.</summary>
    internal readonly ref struct Arranged
    {
        public Arranged(Tensor x, int[] dims, bool keepdim)
        {
            Sizes = SizesAfter(x.Sizes, dims, keepdim);
            if (dims.Length == 0)
            {
                Elements = Operand.InOrder(x);
                (Outer, Length, Inner) = (x.Count, 1, 1);
                return;
            }

            var (first, last) = (dims[0], dims[^1]);
            if (last - first == dims.Length - 1 && (x.IsPacked || dims.Length == x.Rank))
            {
                Outer = (int)Shapes.Count(x.Sizes.AsSpan(0, first));
                Length = (int)Shapes.Count(x.Sizes.AsSpan(first, dims.Length));
                Inner = (int)Shapes.Count(x.Sizes.AsSpan(last + 1));
                Elements = Operand.InOrder(x);
                return;
            }

            var kept = Enumerable.Range(0, x.Rank).Where(d => Array.IndexOf(dims, d) < 0).ToArray();
            int[] order = [.. kept, .. dims];
            long[] sizes = [.. order.Select(d => x.Sizes[d])];
            Elements = Operand.Rearranged(x, sizes, [.. order.Select(d => x.Strides[d])]);
            Outer = (int)Shapes.Count(sizes.AsSpan(0, kept.Length));
            Length = (int)Shapes.Count(sizes.AsSpan(kept.Length));
            Inner = 1;
        }

        public Operand Elements { get; }

        /// <summary>The sizes of the result.</summary>
        public long[] Sizes { get; }

        public int Outer { get; }

        public int Length { get; }

        public int Inner { get; }

        public void Dispose() => Elements.Dispose();
    }
}
