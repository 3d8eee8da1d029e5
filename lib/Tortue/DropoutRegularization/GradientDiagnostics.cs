namespace Tortue.DropoutRegularization;

/// <summary>
/// How long gradients are and how far their directions scatter: what Z. Liu, Z. Xu, J. Jin, Z. Shen, T. Darrell, "Dropout reduces
/// underfitting", 2023, measure along a training. G is a set of gradients of minibatches, all at the same weights and over all parameters
/// (those of units that dropout has dropped included), and ĝ a gradient to compare with.
/// </summary>
/// <remarks>
/// <para>
/// Gradient norm: the mean of ‖g‖₂ over G. Gradient direction variance: GDV = 2 / (|G| (|G| − 1)) Σ_{i&lt;j} d(g_i, g_j). Gradient
/// direction error: GDE = 1 / |G| Σ d(g, ĝ), where ĝ is the gradient of the whole training set without dropout.
/// </para>
/// <para>
/// Here d(a, b) = 1 − cos(a, b), from 0 for one direction to 2 for opposite ones. A constant factor in it would change neither ratios nor
/// where two curves cross. A gradient that is 0 has no direction; its cosine counts as 0.
/// </para>
/// <para>
/// With u = g / ‖g‖ and independent minibatches the mean of GDV is 1 − ‖E u‖², and that of GDE is 1 − ⟨E u, ĝ/‖ĝ‖⟩. So both hang
/// together: GDE = 1 − √(1 − GDV) · cos(E u, ĝ). The root is the variance of the directions; the cosine, the alignment, is below 1 where
/// the directions are wrong on average: a bias, as dropout has it.
/// </para>
/// </remarks>
public static partial class GradientDiagnostics
{
    /// <summary>1 − cos(a, b), from 0 to 2; 1 where one of the two is 0.</summary>
    /// <param name="one">A vector.</param>
    /// <param name="other">Another of the same length.</param>
    /// <exception cref="ArgumentException">The lengths differ, or are 0.</exception>
    public static double CosineDistance(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        if (one.Length != other.Length || one.Length == 0)
            throw new ArgumentException(Text.Format(DropoutRegularizationText.DiagnosticsLengths, one.Length, other.Length));
        double product = 0, first = 0, second = 0;
        for (int k = 0; k < one.Length; k++)
        {
            double a = one[k], b = other[k];
            product += a * b;
            first += a * a;
            second += b * b;
        }

        return first > 0 && second > 0 ? 1 - (product / Math.Sqrt(first) / Math.Sqrt(second)) : 1;
    }

    /// <summary>GDV: the mean cosine distance over all pairs, 0 to 2. Takes as many operations as there are numbers: with S = Σ u_i, the
    /// cosines of all pairs add up to (‖S‖² − |G|) / 2.</summary>
    /// <param name="gradients">At least two vectors of the same length.</param>
    /// <exception cref="ArgumentException">There are fewer than two, or their lengths differ.</exception>
    public static double DirectionVariance(IReadOnlyList<float[]> gradients)
    {
        if (gradients.Count < 2)
            throw new ArgumentException(Text.Format(DropoutRegularizationText.DiagnosticsTooFew, gradients.Count, 2));
        return DirectionSums.Of(gradients).Variance();
    }

    /// <summary>GDE: the mean cosine distance to a reference, 0 to 2.</summary>
    /// <param name="gradients">At least one vector.</param>
    /// <param name="reference">ĝ, of the same length.</param>
    /// <exception cref="ArgumentException">There is no vector, or lengths differ.</exception>
    public static double DirectionError(IReadOnlyList<float[]> gradients, float[] reference)
    {
        if (gradients.Count < 1)
            throw new ArgumentException(Text.Format(DropoutRegularizationText.DiagnosticsTooFew, gradients.Count, 1));
        return gradients.Average(gradient => CosineDistance(gradient, reference));
    }

    /// <summary>‖a − b‖₂, for example the distance of a network's weights from where they started.</summary>
    /// <param name="one">A vector.</param>
    /// <param name="other">Another of the same length.</param>
    /// <exception cref="ArgumentException">The lengths differ, or are 0.</exception>
    public static double Distance(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        if (one.Length != other.Length || one.Length == 0)
            throw new ArgumentException(Text.Format(DropoutRegularizationText.DiagnosticsLengths, one.Length, other.Length));
        double sum = 0;
        for (int k = 0; k < one.Length; k++)
        {
            double difference = (double)one[k] - other[k];
            sum += difference * difference;
        }

        return Math.Sqrt(sum);
    }

    /// <summary>All measures of a set of gradients, with standard errors.</summary>
    /// <param name="gradients">At least three vectors of the same length, from minibatches that were drawn independently.</param>
    /// <param name="reference">ĝ, of the same length.</param>
    /// <returns>The measures. The standard errors of GDV and of the alignment are by the jackknife, which leaves out one gradient after the
    /// other; the others are means over gradients.</returns>
    /// <exception cref="ArgumentException">There are fewer than three, or lengths differ.</exception>
    public static GradientReading Of(IReadOnlyList<float[]> gradients, float[] reference)
    {
        if (gradients.Count < GradientReading.FewestMinibatches)
        {
            throw new ArgumentException(Text.Format(
                DropoutRegularizationText.DiagnosticsTooFew, gradients.Count, GradientReading.FewestMinibatches));
        }

        var sums = DirectionSums.Of(gradients);
        double[] errors = [.. gradients.Select(gradient => CosineDistance(gradient, reference))];
        double error = errors.Average(), variance = sums.Variance();
        var variances = new double[errors.Length];
        var alignments = new double[errors.Length];
        for (int i = 0; i < errors.Length; i++)
        {
            variances[i] = sums.VarianceWithout(i);
            double others = error + ((error - errors[i]) / (errors.Length - 1));
            alignments[i] = GradientReading.AlignmentOf(variances[i], others);
        }

        return new(
            gradients.Count,
            reference.Length,
            Experiments.MeanError.Of(sums.Norms),
            new(variance, Jackknife(variances)),
            Experiments.MeanError.Of(errors),
            new(GradientReading.AlignmentOf(variance, error), Jackknife(alignments)));
    }

    private static double Jackknife(double[] withoutOne)
    {
        double mean = withoutOne.Average();
        return Math.Sqrt(withoutOne.Sum(value => (value - mean) * (value - mean)) * (withoutOne.Length - 1) / withoutOne.Length);
    }
}
