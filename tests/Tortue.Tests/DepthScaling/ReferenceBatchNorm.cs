using Tortue.DepthScaling;

namespace Tortue.Tests.DepthScaling;

/// <summary>The networks of <see cref="BatchNormGrowth"/> as loops over numbers, forward and backward by hand: res-3 with ReLU.</summary>
internal static class ReferenceBatchNorm
{
    private const double Epsilon = 1e-5;

    /// <summary>‖h_L − h_0‖/‖h_0‖, ‖branch‖/‖h_{L−1}‖ and ‖p_0‖/‖p_L‖.</summary>
    public static (double Hidden, double Share, double Gradient) Run(NetworkWeights weights, BatchNormVariant variant, int size)
    {
        var shape = weights.Shape;
        var d = shape.Width;
        var alpha = variant == BatchNormVariant.Scaled ? shape.Alpha : 1;
        var start = Start(weights, size);
        var (state, before, branch) = (start, start, start);
        List<(double[,] V, double[,] W, bool[,] Open, double[,]? Unit, double[]? Deviation)> tape = [];
        for (var layer = 1; layer <= shape.Depth; layer++)
        {
            var (v, w) = (Matrix(d, d, layer, weights.DrawV), Matrix(d, d, layer, weights.DrawW));
            var inner = Times(state, w);
            var open = Map(inner, x => x > 0);
            before = state;
            branch = Map(Times(Map(inner, x => Math.Max(x, 0)), v), x => alpha * x);
            (double[,]? Unit, double[]? Deviation) norm = default;
            if (variant is BatchNormVariant.Branch or BatchNormVariant.Chain)
                branch = (norm = Normalized(branch)).Unit!;
            state = variant == BatchNormVariant.Chain ? branch : Sum(state, branch);
            if (variant == BatchNormVariant.State)
                state = (norm = Normalized(state)).Unit!;
            tape.Add((v, w, open, norm.Unit, norm.Deviation));
        }

        var b = Matrix(1, d, 0, (_, numbers) => weights.DrawB(numbers));
        var residuals = new float[size];
        weights.DrawResiduals(residuals);
        var end = new double[size, d];
        Each(end, (n, i) => residuals[n] * b[0, i]);
        var p = end;
        foreach (var (v, w, open, unit, deviation) in Enumerable.Reverse(tape))
        {
            var pulled = unit is null ? p : Denormalized(p, unit, deviation!);
            var back = Times(pulled, Transposed(v));
            Each(back, (n, i) => open[n, i] ? alpha * back[n, i] : 0);
            back = Times(back, Transposed(w));
            p = variant switch
            {
                BatchNormVariant.Chain => back,
                BatchNormVariant.State => Sum(pulled, back),
                _ => Sum(p, back),
            };
        }

        return (Norm(Sum(state, Map(start, x => -x))) / Norm(start), Norm(branch) / Norm(before), Norm(p) / Norm(end));
    }

    public static double[,] Start(NetworkWeights weights, int size)
    {
        var inputs = new float[size * weights.Shape.InputSize];
        weights.DrawInput(inputs);
        var x = new double[size, weights.Shape.InputSize];
        Each(x, (n, i) => inputs[n * weights.Shape.InputSize + i]);
        return Times(x, Matrix(weights.Shape.Width, weights.Shape.InputSize, 0, (_, numbers) => weights.DrawA(numbers)));
    }

    public delegate void Draw(int layer, Span<float> numbers);

    // Column after column.
    private static double[,] Matrix(int rows, int columns, int layer, Draw draw)
    {
        var numbers = new float[rows * columns];
        draw(layer, numbers);
        var matrix = new double[rows, columns];
        Each(matrix, (i, j) => numbers[j * rows + i]);
        return matrix;
    }

    private static (double[,] Unit, double[] Deviation) Normalized(double[,] x)
    {
        var (size, d) = (x.GetLength(0), x.GetLength(1));
        var (unit, deviations) = (new double[size, d], new double[d]);
        for (var i = 0; i < d; i++)
        {
            var column = Enumerable.Range(0, size).Select(n => x[n, i]).ToArray();
            var mean = column.Average();
            deviations[i] = Math.Sqrt(column.Average(value => (value - mean) * (value - mean)) + Epsilon);
            for (var n = 0; n < size; n++)
                unit[n, i] = (x[n, i] - mean) / deviations[i];
        }

        return (unit, deviations);
    }

    // ∂ℒ/∂x = (g − mean(g) − x̂ mean(g x̂)) / σ.
    private static double[,] Denormalized(double[,] g, double[,] unit, double[] deviations)
    {
        var (size, d) = (g.GetLength(0), g.GetLength(1));
        var result = new double[size, d];
        for (var i = 0; i < d; i++)
        {
            var mean = Enumerable.Range(0, size).Average(n => g[n, i]);
            var along = Enumerable.Range(0, size).Average(n => g[n, i] * unit[n, i]);
            for (var n = 0; n < size; n++)
                result[n, i] = (g[n, i] - mean - unit[n, i] * along) / deviations[i];
        }

        return result;
    }

    // x Mᵀ.
    private static double[,] Times(double[,] x, double[,] m)
    {
        var result = new double[x.GetLength(0), m.GetLength(0)];
        Each(result, (n, i) => Enumerable.Range(0, m.GetLength(1)).Sum(j => x[n, j] * m[i, j]));
        return result;
    }

    private static double[,] Transposed(double[,] m)
    {
        var result = new double[m.GetLength(1), m.GetLength(0)];
        Each(result, (i, j) => m[j, i]);
        return result;
    }

    private static double[,] Sum(double[,] a, double[,] b)
    {
        var result = new double[a.GetLength(0), a.GetLength(1)];
        Each(result, (n, i) => a[n, i] + b[n, i]);
        return result;
    }

    private static TOut[,] Map<TOut>(double[,] x, Func<double, TOut> of)
    {
        var result = new TOut[x.GetLength(0), x.GetLength(1)];
        Each(result, (n, i) => of(x[n, i]));
        return result;
    }

    private static double Norm(double[,] x) => Math.Sqrt(x.Cast<double>().Sum(value => value * value));

    private static void Each<T>(T[,] x, Func<int, int, T> of)
    {
        for (var n = 0; n < x.GetLength(0); n++)
        {
            for (var i = 0; i < x.GetLength(1); i++)
                x[n, i] = of(n, i);
        }
    }
}
