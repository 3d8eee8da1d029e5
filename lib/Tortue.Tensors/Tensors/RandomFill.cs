using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Tortue.Tensors.Kernels;
using static TorchSharp.torch;
using Tensor = TorchSharp.torch.Tensor;

namespace Tortue.Tensors;

/// <summary>
/// Fills tensors with random numbers, drawn in the order and with the formulas of PyTorch's CPU kernels, so that a seed gives the same
/// numbers. A source is locked while a tensor is filled, so that threads may share it.
/// </summary>
internal static class RandomFill
{
    /// <summary>From this size on PyTorch draws normal numbers in blocks.</summary>
    private const int NormalBlock = 16;

    private const float FloatUnit = 1f / (1 << 24);
    private const double DoubleUnit = 1.0 / (1L << 53);

    /// <summary>Uniform on [from, to).</summary>
    public static void Uniform(Tensor tensor, double from, double to, Generator? generator)
    {
        var source = generator ?? Generator.Default;
        Write(tensor, source, target =>
        {
            if (target.dtype == ScalarType.Float32)
                Uniform(target.Span<float>(), (float)from, (float)to, source);
            else
                Uniform(target.Span<double>(), from, to, source);
        });
    }

    /// <summary>Normal with a mean and a standard deviation.</summary>
    public static void Normal(Tensor tensor, double mean, double deviation, Generator? generator)
    {
        if (deviation < 0)
            throw TorchError.Because($"normal expects std >= 0.0, but found std {deviation}");

        var source = generator ?? Generator.Default;
        var inBlocks = tensor.IsPacked && tensor.Count >= NormalBlock;
        Write(tensor, source, target =>
        {
            if (!inBlocks)
                NormalOneByOne(target, mean, deviation, source);
            else if (target.dtype == ScalarType.Float32)
                NormalInBlocks(target.Span<float>(), (float)mean, (float)deviation, source);
            else
                NormalInBlocks(target.Span<double>(), mean, deviation, source);
        });
    }

    /// <summary>Integers, uniform on low … high − 1.</summary>
    public static void Integers(Tensor tensor, long low, long high, Generator? generator)
    {
        if (high <= low)
            throw TorchError.Because($"random_ expects 'from' to be less than 'to', but got from={low} >= to={high}");

        var source = generator ?? Generator.Default;
        var range = unchecked((ulong)(high - low));
        var drawn = new long[tensor.Count];
        lock (source)
        {
            for (var i = 0; i < drawn.Length; i++)
                drawn[i] = unchecked((long)((range >= 1UL << 32 ? source.NextUInt64() : source.NextUInt32()) % range) + low);
        }

        tensor.AssignInOrder(drawn);
    }

    /// <summary>One with a probability, and zero otherwise.</summary>
    public static void Bernoulli(Tensor tensor, double probability, Generator? generator)
    {
        if (probability is not (>= 0 and <= 1))
            throw TorchError.Because($"bernoulli_ expects p to be in [0, 1], but got p={probability}");

        var source = generator ?? Generator.Default;
        var drawn = new bool[tensor.Count];
        lock (source)
        {
            for (var i = 0; i < drawn.Length; i++)
                drawn[i] = NextDouble(source) < probability;
        }

        tensor.AssignInOrder(drawn);
    }

    /// <summary>A random order of 0 … n − 1: Fisher and Yates.</summary>
    public static void Permutation(Span<long> order, Generator? generator)
    {
        var source = generator ?? Generator.Default;
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        lock (source)
        {
            for (var i = 0; i < order.Length - 1; i++)
            {
                var other = i + (int)(source.NextUInt32() % (uint)(order.Length - i));
                (order[i], order[other]) = (order[other], order[i]);
            }
        }
    }

    /// <summary>Uniform on [0, 1), with 53 bits.</summary>
    public static double NextDouble(Generator source) => (source.NextUInt64() & ((1UL << 53) - 1)) * DoubleUnit;

    private static void Write(Tensor tensor, Generator source, Action<Tensor> draw)
    {
        if (!tensor.is_floating_point())
            throw TorchError.Because($"the distribution is not implemented for '{ScalarTypes.ShortName(tensor.dtype)}'");

        var ordered = InMemoryOrder(tensor);
        if (ordered.IsPacked)
        {
            lock (source)
                draw(ordered);
            return;
        }

        using var packed = Tensor.Empty(ordered.Sizes, ordered.dtype);
        lock (source)
            draw(packed);
        ordered.Assign(packed);
    }

    /// <summary>
    /// The dimensions sorted so that the elements follow one another as they do in memory: the order in which PyTorch draws.
    /// </summary>
    private static Tensor InMemoryOrder(Tensor tensor)
    {
        if (tensor.IsPacked)
            return tensor;

        var order = Enumerable.Range(0, tensor.Rank).OrderByDescending(d => tensor.Strides[d]).ToArray();
        return tensor.Reshaped([.. order.Select(d => tensor.Sizes[d])], [.. order.Select(d => tensor.Strides[d])], tensor.Offset);
    }

    private static void Uniform(Span<float> values, float from, float to, Generator source)
    {
        Span<uint> bits = stackalloc uint[256];
        for (var start = 0; start < values.Length; start += bits.Length)
        {
            var part = values.Slice(start, Math.Min(bits.Length, values.Length - start));
            var drawn = bits[..part.Length];
            source.Fill(drawn);
            TensorPrimitives.BitwiseAnd(drawn, (1u << 24) - 1, drawn);
            TensorPrimitives.ConvertTruncating<uint, float>(drawn, part);
        }

        TensorPrimitives.Multiply(values, FloatUnit, values);
        if (from == 0 && to == 1)
            return;

        // One rounding, not two: PyTorch's kernel is compiled so.
        var vectors = MemoryMarshal.Cast<float, Vector<float>>(values);
        for (var i = 0; i < vectors.Length; i++)
            vectors[i] = Vector.FusedMultiplyAdd(vectors[i], new Vector<float>(to - from), new Vector<float>(from));
        for (var i = vectors.Length * Vector<float>.Count; i < values.Length; i++)
            values[i] = MathF.FusedMultiplyAdd(values[i], to - from, from);
    }

    private static void Uniform(Span<double> values, double from, double to, Generator source)
    {
        for (var i = 0; i < values.Length; i++)
            values[i] = Math.FusedMultiplyAdd(NextDouble(source), to - from, from);
    }

    private static void NormalOneByOne(Tensor packed, double mean, double deviation, Generator source)
    {
        var values = new double[packed.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = NextNormal(source, mean, deviation);
        packed.AssignInOrder(values);
    }

    private static void NormalInBlocks(Span<float> values, float mean, float deviation, Generator source)
    {
        Uniform(values, 0, 1, source);
        BoxMuller.Transform(values[..(values.Length / NormalBlock * NormalBlock)], mean, deviation);
        if (values.Length % NormalBlock == 0)
            return;

        var tail = values[^NormalBlock..];
        Uniform(tail, 0, 1, source);
        BoxMuller.Transform(tail, mean, deviation);
    }

    private static void NormalInBlocks(Span<double> values, double mean, double deviation, Generator source)
    {
        Uniform(values, 0, 1, source);
        BoxMuller.Transform(values[..(values.Length / NormalBlock * NormalBlock)], mean, deviation);
        if (values.Length % NormalBlock == 0)
            return;

        var tail = values[^NormalBlock..];
        Uniform(tail, 0, 1, source);
        BoxMuller.Transform(tail, mean, deviation);
    }

    /// <summary>Box and Muller's pair, one at a time.</summary>
    private static double NextNormal(Generator source, double mean, double deviation)
    {
        if (source.NextNormal is { } kept)
        {
            source.NextNormal = null;
            return (kept * deviation) + mean;
        }

        var (u1, u2) = (NextDouble(source), NextDouble(source));
        var radius = Math.Sqrt(-2 * double.LogP1(-u2));
        var angle = 2 * Math.PI * u1;
        source.NextNormal = radius * Math.Sin(angle);
        return (radius * Math.Cos(angle) * deviation) + mean;
    }
}
