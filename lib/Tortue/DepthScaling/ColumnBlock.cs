using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Tortue.DepthScaling;

/// <summary>
/// Sixty-four residual networks at a time that have their weights in common and differ in input and α: they travel through the layers as
/// the columns of one matrix, which stays in the processor's nearest cache. ReLU only.
/// </summary>
/// <remarks>
/// An instance owns its work space and serves one thread. The bits do not depend on the width of the processor's vectors. Numbers are
/// float32; columns that grow are scaled by powers of two, which rounds nothing, so that exploding networks keep their ratios.
/// </remarks>
internal sealed class ColumnBlock
{
    /// <summary>Networks that travel together.</summary>
    public const int Columns = 64;

    private const int Lanes = 16;

    // Between two looks at the size of the numbers: a layer hardly makes them twenty times larger, and sixteen such layers still fit.
    private const int LayersPerCheck = 16;
    private const float Large = 1L << 40;

    private readonly int _width;
    private readonly int _depth;
    private readonly bool _hasInner;
    private readonly float[] _start;
    private readonly float[] _state;
    private readonly float[] _inner;
    private readonly float[] _image;
    private readonly ulong[] _signs;
    private readonly int[] _exponents = new int[Columns];

    /// <summary>Makes the work space.</summary>
    /// <param name="shape">Width, depth and model, res-1 or res-3.</param>
    public ColumnBlock(ResidualShape shape)
    {
        (_width, _depth, _hasInner) = (shape.Width, shape.Depth, shape.Model == ResidualModel.Res3);
        _start = new float[_width * Columns];
        _state = new float[_width * Columns];
        _inner = new float[_width * Columns];
        _image = new float[_width * Columns];
        _signs = new ulong[(long)_depth * _width];
    }

    /// <summary>Runs the networks forward and backward.</summary>
    /// <param name="weights">Layer after layer V and, for res-3, W: d² numbers each, column after column.</param>
    /// <param name="inputs">h_0 of every network: entry i of network n at i · 64 + n.</param>
    /// <param name="alphas">α of every network, 64 of them.</param>
    /// <param name="output">B, from which the gradient starts, as it does up to a factor: d numbers.</param>
    /// <param name="hidden">Receives ‖h_L − h_0‖ / ‖h_0‖ of every network; infinite beyond the range of double.</param>
    /// <param name="gradients">Receives ‖p_L − p_0‖ / ‖p_L‖ of every network, likewise.</param>
    public void Run(
        ReadOnlySpan<float> weights,
        ReadOnlySpan<float> inputs,
        ReadOnlySpan<float> alphas,
        ReadOnlySpan<float> output,
        Span<double> hidden,
        Span<double> gradients)
    {
        var size = _width * _width;
        var stride = size * (_hasInner ? 2 : 1);
        inputs[.._start.Length].CopyTo(_start);
        Begin();
        for (var layer = 0; layer < _depth; layer++)
        {
            if (layer % LayersPerCheck == 0)
                Rescale();
            var place = weights[(layer * stride)..];
            var argument = _state;
            if (_hasInner)
            {
                Multiply(place[size..], 1, _width, _state, _inner);
                argument = _inner;
            }

            Rectify(argument, _inner, _signs.AsSpan(layer * _width, _width));
            Multiply(place, 1, _width, _inner, _image);
            AddScaled(_image, alphas, _state);
        }

        Ratios(hidden);
        for (var i = 0; i < _width; i++)
            _start.AsSpan(i * Columns, Columns).Fill(output[i]);
        Begin();
        for (var layer = _depth - 1; layer >= 0; layer--)
        {
            if (layer % LayersPerCheck == 0)
                Rescale();
            var place = weights[(layer * stride)..];
            Multiply(place, _width, 1, _state, _inner);
            Mask(_inner, _signs.AsSpan(layer * _width, _width));
            if (_hasInner)
                Multiply(place[size..], _width, 1, _inner, _image);
            AddScaled(_hasInner ? _image : _inner, alphas, _state);
        }

        Ratios(gradients);
    }

    private void Begin()
    {
        _start.CopyTo(_state, 0);
        Array.Clear(_exponents);
    }

    // result = matrix · columns; the entry in row i and column j of the matrix is number i · rowStep + j · columnStep. Two rows at a time,
    // so that each number of the columns is read half as often.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Multiply(ReadOnlySpan<float> matrix, int rowStep, int columnStep, float[] columns, float[] result)
    {
        ref var entries = ref MemoryMarshal.GetReference(matrix);
        ref var source = ref MemoryMarshal.GetArrayDataReference(columns);
        ref var target = ref MemoryMarshal.GetArrayDataReference(result);
        for (var i = 0; i < _width; i += 2)
        {
            // The last row of an odd width is computed twice.
            var next = Math.Min(i + 1, _width - 1);
            ref var upper = ref Unsafe.Add(ref entries, i * rowStep);
            ref var lower = ref Unsafe.Add(ref entries, next * rowStep);
            var (a, b, c, d) = (Vector512<float>.Zero, Vector512<float>.Zero, Vector512<float>.Zero, Vector512<float>.Zero);
            var (e, f, g, h) = (Vector512<float>.Zero, Vector512<float>.Zero, Vector512<float>.Zero, Vector512<float>.Zero);
            for (var j = 0; j < _width; j++)
            {
                ref var row = ref Unsafe.Add(ref source, j * Columns);
                var (u, v) = (Vector512.LoadUnsafe(ref row), Vector512.LoadUnsafe(ref row, Lanes));
                var (w, x) = (Vector512.LoadUnsafe(ref row, 2 * Lanes), Vector512.LoadUnsafe(ref row, 3 * Lanes));
                var first = Vector512.Create(Unsafe.Add(ref upper, j * columnStep));
                a = Vector512.FusedMultiplyAdd(first, u, a);
                b = Vector512.FusedMultiplyAdd(first, v, b);
                c = Vector512.FusedMultiplyAdd(first, w, c);
                d = Vector512.FusedMultiplyAdd(first, x, d);
                var second = Vector512.Create(Unsafe.Add(ref lower, j * columnStep));
                e = Vector512.FusedMultiplyAdd(second, u, e);
                f = Vector512.FusedMultiplyAdd(second, v, f);
                g = Vector512.FusedMultiplyAdd(second, w, g);
                h = Vector512.FusedMultiplyAdd(second, x, h);
            }

            Store(ref Unsafe.Add(ref target, i * Columns), a, b, c, d);
            Store(ref Unsafe.Add(ref target, next * Columns), e, f, g, h);
        }
    }

    private static void Store(ref float place, Vector512<float> a, Vector512<float> b, Vector512<float> c, Vector512<float> d)
    {
        a.StoreUnsafe(ref place);
        b.StoreUnsafe(ref place, Lanes);
        c.StoreUnsafe(ref place, 2 * Lanes);
        d.StoreUnsafe(ref place, 3 * Lanes);
    }

    // Where a column has become large it is divided by a power of two.
    private void Rescale()
    {
        for (var lane = 0; lane < Columns; lane += Lanes)
        {
            var largest = Vector512<float>.Zero;
            for (var place = lane; place < _state.Length; place += Columns)
                largest = Vector512.Max(largest, Vector512.Abs(Vector512.LoadUnsafe(ref _state[place])));
            if (!Vector512.GreaterThanAny(largest, Vector512.Create(Large)))
                continue;
            for (var column = 0; column < Lanes; column++)
            {
                if (largest[column] > Large)
                    Divide(lane + column, Math.ILogB(largest[column]));
            }
        }
    }

    private void Divide(int column, int exponent)
    {
        _exponents[column] += exponent;
        var factor = MathF.ScaleB(1, -exponent);
        for (var place = column; place < _state.Length; place += Columns)
            _state[place] *= factor;
    }

    private void Rectify(float[] argument, float[] value, Span<ulong> signs)
    {
        for (var i = 0; i < _width; i++)
        {
            ulong bits = 0;
            for (var lane = 0; lane < Columns; lane += Lanes)
            {
                var x = Vector512.LoadUnsafe(ref argument[i * Columns + lane]);
                var positive = Vector512.GreaterThan(x, Vector512<float>.Zero);
                bits |= positive.ExtractMostSignificantBits() << lane;
                Vector512.ConditionalSelect(positive, x, Vector512<float>.Zero).StoreUnsafe(ref value[i * Columns + lane]);
            }

            signs[i] = bits;
        }
    }

    private void Mask(float[] values, ReadOnlySpan<ulong> signs)
    {
        for (var i = 0; i < _width; i++)
        {
            for (var zeros = ~signs[i]; zeros != 0; zeros &= zeros - 1)
                values[i * Columns + BitOperations.TrailingZeroCount(zeros)] = 0;
        }
    }

    private void AddScaled(float[] change, ReadOnlySpan<float> alphas, float[] state)
    {
        for (var lane = 0; lane < Columns; lane += Lanes)
        {
            var alpha = Vector512.Create(alphas.Slice(lane, Lanes));
            for (var place = lane; place < state.Length; place += Columns)
            {
                ref var entry = ref state[place];
                var moved = Vector512.FusedMultiplyAdd(alpha, Vector512.LoadUnsafe(ref change[place]), Vector512.LoadUnsafe(ref entry));
                moved.StoreUnsafe(ref entry);
            }
        }
    }

    // ‖state − start‖ / ‖start‖.
    private void Ratios(Span<double> ratios)
    {
        for (var column = 0; column < Columns; column++)
        {
            var scale = Math.ScaleB(1, _exponents[column]);
            var (change, start) = (0.0, 0.0);
            for (var place = column; place < _start.Length; place += Columns)
            {
                change += Math.Pow(_state[place] * scale - _start[place], 2);
                start += Math.Pow(_start[place], 2);
            }

            ratios[column] = double.IsNaN(change) ? double.PositiveInfinity : Math.Sqrt(change / start);
        }
    }
}
