namespace Tortue.DropoutRegularization;

/// <summary>What is needed of some gradients to know the cosines of all their pairs: S = Σ u_i with u_i = g_i / ‖g_i‖, and
/// u_i · S.</summary>
internal sealed class DirectionSums
{
    // u_i · S, and ‖u_i‖², which is 1, or 0 for a gradient without a direction.
    private readonly double[] _along;
    private readonly double[] _squares;
    private readonly double _square;

    private DirectionSums(double[] norms, double[] along, double square)
    {
        (Norms, _along, _square) = (norms, along, square);
        _squares = Array.ConvertAll(norms, norm => norm > 0 ? 1.0 : 0);
    }

    /// <summary>‖g_i‖₂.</summary>
    public double[] Norms { get; }

    public static DirectionSums Of(IReadOnlyList<float[]> gradients)
    {
        int length = gradients[0].Length;
        var norms = new double[gradients.Count];
        var sum = new double[length];
        foreach (var (i, gradient) in gradients.Index())
        {
            if (gradient.Length != length || length == 0)
                throw new ArgumentException(Text.Format(DropoutRegularizationText.DiagnosticsLengths, length, gradient.Length));
            double square = 0;
            foreach (float value in gradient)
                square += (double)value * value;
            norms[i] = Math.Sqrt(square);
            if (norms[i] == 0)
                continue;
            double scale = 1 / norms[i];
            for (int k = 0; k < length; k++)
                sum[k] += gradient[k] * scale;
        }

        var along = new double[gradients.Count];
        foreach (var (i, gradient) in gradients.Index())
        {
            double product = 0;
            for (int k = 0; k < length; k++)
                product += gradient[k] * sum[k];
            along[i] = norms[i] > 0 ? product / norms[i] : 0;
        }

        return new(norms, along, sum.Sum(value => value * value));
    }

    /// <summary>1 − the mean cosine of the pairs.</summary>
    public double Variance() => Variance(_square, _squares.Sum(), Norms.Length);

    /// <summary>The same without one of the gradients.</summary>
    public double VarianceWithout(int i) =>
        Variance(_square - (2 * _along[i]) + _squares[i], _squares.Sum() - _squares[i], Norms.Length - 1);

    private static double Variance(double square, double own, double count) => 1 - ((square - own) / (count * (count - 1)));
}
