using Tortue.Numerics;

namespace Tortue.DepthScaling;

/// <summary>
/// One draw of all layers' weights, and the residual networks that share it: one for each α and input. Res-1 or res-3 with ReLU, and
/// weights whose layers depend on each other (<see cref="ResidualShape.Path"/>).
/// </summary>
internal sealed class SharedWeights
{
    private readonly ResidualShape _shape;
    private readonly float[] _layers;
    private readonly float[] _output;
    private readonly float[][] _starts;

    /// <summary>Draws the weights, and h_0 = A x for a number of inputs.</summary>
    /// <param name="numbers">The weights' address.</param>
    /// <param name="inputs">How many inputs; that of number i has the address of network Network + (1 + i) · stride.</param>
    /// <param name="stride">From the address of an input to that of the next: the number of draws.</param>
    public SharedWeights(NetworkWeights numbers, int inputs, int stride)
    {
        _shape = numbers.Shape;
        _layers = new float[_shape.WeightCount];
        _output = new float[_shape.Width];
        var law = _shape.Path.Law(_shape.Depth) ?? throw new ArgumentException("The layers are independent.", nameof(numbers));
        var size = _shape.Width * _shape.Width;
        for (var part = 0; part < _shape.MatricesPerLayer; part++)
            numbers.DrawLayers(law, part, _layers.AsSpan(part * size), _shape.MatricesPerLayer * size);
        numbers.DrawB(_output);
        _starts = [.. Enumerable.Range(1, inputs).Select(i => Start(numbers, numbers with { Network = numbers.Network + i * stride }))];
    }

    private SharedWeights(ResidualShape shape, float[] layers, float[] output, float[][] starts) =>
        (_shape, _layers, _output, _starts) = (shape, layers, output, starts);

    /// <summary>
    /// The same paths of fractional noise with fewer steps: sums of a few layers each, divided by (layers)^H, which by its self-similarity
    /// is fractional noise again, of the same H and variance. Layers at the end that do not fill a sum are left out.
    /// </summary>
    /// <param name="layers">How many layers become one.</param>
    public SharedWeights Coarser(int layers)
    {
        var hurst = _shape.Path.Hurst ?? throw new InvalidOperationException("Only fractional noise is self-similar.");
        var shape = _shape with { Depth = _shape.Depth / layers };
        var size = _shape.MatricesPerLayer * _shape.Width * _shape.Width;
        var scale = (float)Math.Pow(layers, -hurst);
        var sums = new float[shape.WeightCount];
        for (var layer = 0; layer < shape.Depth; layer++)
        {
            var sum = sums.AsSpan(layer * size, size);
            for (var part = 0; part < layers; part++)
            {
                var fine = _layers.AsSpan((layer * layers + part) * size, size);
                for (var i = 0; i < size; i++)
                    sum[i] += fine[i] * scale;
            }
        }

        return new(shape, sums, _output, _starts);
    }

    /// <summary>Runs all networks.</summary>
    /// <param name="betas">The exponents β of α_L = L^(−β).</param>
    /// <param name="cancellation">Looked at before every 64 networks.</param>
    /// <returns>‖h_L − h_0‖ / ‖h_0‖ and ‖p_L − p_0‖ / ‖p_L‖; number b · inputs + i is that of β number b and input number i.</returns>
    public (double[] Hidden, double[] Gradients) Changes(IReadOnlyList<double> betas, CancellationToken cancellation)
    {
        var count = betas.Count * _starts.Length;
        var (hidden, gradients) = (new double[count], new double[count]);
        var block = new ColumnBlock(_shape);
        var inputs = new float[_shape.Width * ColumnBlock.Columns];
        var alphas = new float[ColumnBlock.Columns];
        var (forward, backward) = (new double[ColumnBlock.Columns], new double[ColumnBlock.Columns]);
        for (var first = 0; first < count; first += ColumnBlock.Columns)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var column = 0; column < ColumnBlock.Columns; column++)
            {
                // The last block is filled up with its last network.
                var (beta, input) = Math.DivRem(Math.Min(first + column, count - 1), _starts.Length);
                alphas[column] = (float)Math.Pow(_shape.Depth, -betas[beta]);
                for (var i = 0; i < _shape.Width; i++)
                    inputs[i * ColumnBlock.Columns + column] = _starts[input][i];
            }

            block.Run(_layers, inputs, alphas, _output, forward, backward);
            var used = Math.Min(ColumnBlock.Columns, count - first);
            forward.AsSpan(0, used).CopyTo(hidden.AsSpan(first));
            backward.AsSpan(0, used).CopyTo(gradients.AsSpan(first));
        }

        return (hidden, gradients);
    }

    private static float[] Start(NetworkWeights numbers, NetworkWeights input)
    {
        var shape = numbers.Shape;
        var matrix = new float[shape.Width * shape.InputSize + ColumnMatrix.Overread];
        numbers.DrawA(matrix.AsSpan(0, shape.Width * shape.InputSize));
        var x = new float[shape.InputSize];
        input.DrawInput(x);
        var start = new float[ColumnMatrix.Padded(shape.Width)];
        ColumnMatrix.Multiply(matrix, x, start, shape.Width, shape.InputSize);
        return start;
    }
}
