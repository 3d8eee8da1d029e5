using Tortue.Models;
using Tortue.Numerics;

namespace Tortue.DepthScaling;

/// <summary>What a layer adds, V g(h), in double precision: the direction of the continuous limits.</summary>
/// <remarks>An instance has work space and serves one thread.</remarks>
/// <param name="model">Res-1 or res-3.</param>
/// <param name="activation">The activation σ.</param>
/// <param name="width">The width d.</param>
internal sealed class ResidualField(ResidualModel model, Activation activation, int width)
{
    private readonly double[] _inner = new double[width];

    /// <summary>target += scale · V g(h).</summary>
    /// <param name="weights">V, column after column, and behind it W if the model is res-3.</param>
    /// <param name="state">h; it may be the target.</param>
    /// <param name="scale">The factor.</param>
    /// <param name="target">d numbers.</param>
    public void Add(ReadOnlySpan<double> weights, ReadOnlySpan<double> state, double scale, Span<double> target)
    {
        if (model == ResidualModel.Res3)
        {
            _inner.AsSpan().Clear();
            DoubleVectors.AddProduct(weights[(width * width)..], state, 1, _inner);
        }
        else
        {
            state.CopyTo(_inner);
        }

        foreach (ref var entry in _inner.AsSpan())
            entry = activation.Value(entry);
        DoubleVectors.AddProduct(weights[..(width * width)], _inner, scale, target);
    }

    /// <summary>h_0 = A x of a random network.</summary>
    /// <param name="weights">The network.</param>
    public static double[] Start(NetworkWeights weights)
    {
        var shape = weights.Shape;
        var a = new float[shape.Width * shape.InputSize];
        var x = new float[shape.InputSize];
        weights.DrawA(a);
        weights.DrawInput(x);
        var start = new double[shape.Width];
        DoubleVectors.AddProduct(Array.ConvertAll(a, entry => (double)entry), Array.ConvertAll(x, entry => (double)entry), 1, start);
        return start;
    }
}
