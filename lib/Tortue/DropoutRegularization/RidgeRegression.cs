namespace Tortue.DropoutRegularization;

/// <summary>
/// Linear regression whose inputs are dropped, in closed form: the same as least squares with a penalty on each weight. N. Srivastava et al.,
/// "Dropout: a simple way to prevent neural networks from overfitting", JMLR 2014, section 9.1.
/// </summary>
/// <remarks>
/// With masks R of independent zeros (probability p, here that of being dropped) and ones, scaled at training,
/// E ‖y − (R ∘ X) w / (1 − p)‖² = ‖y − X w‖² + p / (1 − p) ‖Γ w‖², Γ = diag(XᵀX)^½. The paper scales at test and calls the probability of
/// being kept p: its weights are w / (1 − p), and its factor (1 − p) / p is the same number.
/// </remarks>
public static class RidgeRegression
{
    /// <summary>The penalty's strength for each weight, p / (1 − p) ‖x_j‖².</summary>
    /// <param name="x">Examples in rows, inputs in columns.</param>
    /// <param name="rate">Probability p that an input is dropped, from 0 to below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is out of its range.</exception>
    public static double[] Strengths(double[,] x, double rate)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (rate is not (>= 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(rate), rate, DropoutRegularizationText.RidgeBadRate);
        return [.. Enumerable.Range(0, x.GetLength(1)).Select(j => rate / (1 - rate) * Product(x, j, j))];
    }

    /// <summary>The weights w that make ‖y − X w‖² + Σ_j strength_j w_j² smallest.</summary>
    /// <param name="x">n examples in rows, d inputs in columns; independent columns, or strengths above 0.</param>
    /// <param name="y">n targets.</param>
    /// <param name="strengths">d numbers, 0 or above; zeros make it least squares.</param>
    /// <exception cref="ArgumentException">Sizes disagree.</exception>
    public static double[] Weights(double[,] x, double[] y, double[] strengths)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        ArgumentNullException.ThrowIfNull(strengths);
        int inputs = x.GetLength(1);
        if (x.GetLength(0) != y.Length || inputs != strengths.Length)
            throw new ArgumentException(
                Text.Format(DropoutRegularizationText.RidgeSizes, x.GetLength(0), inputs, y.Length, strengths.Length));
        var matrix = new double[inputs, inputs];
        var right = new double[inputs];
        for (int j = 0; j < inputs; j++)
        {
            for (int k = 0; k < inputs; k++)
                matrix[j, k] = Product(x, j, k) + (j == k ? strengths[j] : 0);
            right[j] = y.Select((target, i) => x[i, j] * target).Sum();
        }

        return Solve(matrix, right);
    }

    /// <summary>The mean square error, summed over the examples, that training with dropout has on average over the masks.</summary>
    /// <param name="x">n examples in rows, d inputs in columns.</param>
    /// <param name="y">n targets.</param>
    /// <param name="weights">d weights.</param>
    /// <param name="rate">Probability p that an input is dropped, from 0 to below 1.</param>
    public static double ExpectedLoss(double[,] x, double[] y, double[] weights, double rate)
    {
        ArgumentNullException.ThrowIfNull(y);
        ArgumentNullException.ThrowIfNull(weights);
        double penalty = Strengths(x, rate).Zip(weights, (strength, weight) => strength * weight * weight).Sum();
        return penalty + y.Select((target, i) =>
        {
            double off = target - weights.Select((weight, j) => weight * x[i, j]).Sum();
            return off * off;
        }).Sum();
    }

    private static double Product(double[,] x, int j, int k) => Enumerable.Range(0, x.GetLength(0)).Sum(i => x[i, j] * x[i, k]);

    // Elimination without pivoting, which a symmetric positive definite matrix does not need.
    private static double[] Solve(double[,] matrix, double[] right)
    {
        int size = right.Length;
        for (int pivot = 0; pivot < size; pivot++)
        {
            for (int row = pivot + 1; row < size; row++)
            {
                double factor = matrix[row, pivot] / matrix[pivot, pivot];
                for (int column = pivot; column < size; column++)
                    matrix[row, column] -= factor * matrix[pivot, column];
                right[row] -= factor * right[pivot];
            }
        }

        for (int row = size - 1; row >= 0; row--)
        {
            for (int column = row + 1; column < size; column++)
                right[row] -= matrix[row, column] * right[column];
            right[row] /= matrix[row, row];
        }

        return right;
    }
}
