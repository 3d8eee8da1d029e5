using Tortue.Numerics;

namespace Tortue.DepthScaling;

/// <summary>
/// The weights of one random network, as addresses in a counter-based random generator: any matrix can be drawn again at any time and
/// gives the same numbers, so that none has to be kept.
/// </summary>
/// <param name="Shape">What the network is made of.</param>
/// <param name="Seed">The seed of the experiment: the generator's key.</param>
/// <param name="Ensemble">Which ensemble of the experiment, from 0.</param>
/// <param name="Network">Which network of the ensemble, from 0.</param>
public readonly record struct NetworkWeights(ResidualShape Shape, ulong Seed, int Ensemble, int Network)
{
    private const int PartsPerLayer = 4;

    /// <summary>The input x, uniform on [0, 1].</summary>
    /// <param name="x"><see cref="ResidualShape.InputSize"/> numbers, or a multiple of it for several inputs, one after the other.</param>
    public void DrawInput(Span<float> x)
    {
        Philox4x32.FillUniform(x, 0.5f, Address(0, 2), Seed);
        foreach (ref var entry in x)
            entry += 0.5f;
    }

    /// <summary>The target t, uniform on [0, 1].</summary>
    public float DrawTarget()
    {
        Span<float> target = stackalloc float[1];
        Philox4x32.FillUniform(target, 0.5f, Address(0, 3), Seed);
        return target[0] + 0.5f;
    }

    /// <summary>The derivative of a batch's loss by the output of each of its examples, where nothing is to depend on a target: normal
    /// numbers of variance 1.</summary>
    /// <param name="residuals">One number for each example.</param>
    internal void DrawResiduals(Span<float> residuals) => Philox4x32.FillNormal(residuals, 1, Address(0, 3), Seed);

    /// <summary>A, which maps the input to h_0: d × input size, column after column.</summary>
    /// <param name="destination">d · <see cref="ResidualShape.InputSize"/> numbers.</param>
    public void DrawA(Span<float> destination) => Draw(destination, 0, 0);

    /// <summary>B, which maps h_L to the output: 1 × d.</summary>
    /// <param name="destination">d numbers.</param>
    public void DrawB(Span<float> destination) => Draw(destination, 0, 1);

    /// <summary>V_k: d × d, column after column, so that entry (i, j) is number j·d + i.</summary>
    /// <param name="layer">k, from 1 to L.</param>
    /// <param name="destination">d² numbers.</param>
    public void DrawV(int layer, Span<float> destination) => DrawMatrix(destination, layer, 0);

    /// <summary>W_k of res-3: d × d, column after column.</summary>
    /// <param name="layer">k, from 1 to L.</param>
    /// <param name="destination">d² numbers.</param>
    public void DrawW(int layer, Span<float> destination) => DrawMatrix(destination, layer, 1);

    /// <summary>
    /// All layers of a part at once, where they depend on each other. <see cref="DrawV"/> and <see cref="DrawW"/> give the same numbers,
    /// but draw all layers for each.
    /// </summary>
    /// <param name="law">The law of an entry's path, <see cref="WeightPath.Law"/> at the shape's depth.</param>
    /// <param name="part">0 for V, 1 for W.</param>
    /// <param name="destination">Layer after layer, d² numbers each, <paramref name="stride"/> from one to the next.</param>
    /// <param name="stride">At least d².</param>
    internal void DrawLayers(StationaryGaussian law, int part, Span<float> destination, int stride) =>
        law.Fill(destination, Shape.Width * Shape.Width, stride, MathF.Sqrt(1f / Shape.Width), Address(1, part), Seed);

    /// <summary>The bias b_k of res-2.</summary>
    /// <param name="layer">k, from 1 to L.</param>
    /// <param name="destination">d numbers.</param>
    public void DrawBias(int layer, Span<float> destination) => Draw(destination, layer, 2);

    private void DrawMatrix(Span<float> destination, int layer, int part)
    {
        if (Shape.Path.Law(Shape.Depth) is not { } law)
        {
            Draw(destination, layer, part);
            return;
        }

        var size = Shape.Width * Shape.Width;
        var layers = new float[(long)Shape.Depth * size];
        DrawLayers(law, part, layers, size);
        layers.AsSpan((layer - 1) * size, size).CopyTo(destination);
    }

    private void Draw(Span<float> destination, int layer, int part)
    {
        if (Shape.Law == WeightLaw.Uniform)
            Philox4x32.FillUniform(destination, MathF.Sqrt(3f / Shape.Width), Address(layer, part), Seed);
        else
            Philox4x32.FillNormal(destination, MathF.Sqrt(1f / Shape.Width), Address(layer, part), Seed);
    }

    private PhiloxCounter Address(int layer, int part) =>
        new(0, (uint)(layer * PartsPerLayer + part), (uint)Network, (uint)Ensemble);
}
