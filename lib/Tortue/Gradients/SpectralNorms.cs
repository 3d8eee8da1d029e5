using static TorchSharp.torch;

namespace Tortue.Gradients;

/// <summary>Operator norms of many square matrices at once, by squaring A ᵀA again and again.</summary>
internal static class SpectralNorms
{
    // n^(1/2^(k+1)) is how much too large the result can be: for n = 100 and 12 squarings 6 in 10,000, never too small.
    private const int Squarings = 12;

    /// <summary>The largest singular value of each matrix, or a little more.</summary>
    /// <param name="matrices">[matrices, n, n].</param>
    public static double[] Of(Tensor matrices)
    {
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var power = matrices.transpose(1, 2).bmm(matrices);
        var logarithm = zeros(matrices.shape[0], dtype: float64);
        for (int k = 0; k < Squarings; k++)
        {
            // The Frobenius norm is taken out before each squaring, so that nothing overflows.
            var norm = power.square().sum([1, 2]).sqrt();
            logarithm += norm.log() / Math.Pow(2, k + 1);
            power /= norm.view(-1, 1, 1);
            power = power.bmm(power);
        }

        logarithm += power.square().sum([1, 2]).sqrt().log() / Math.Pow(2, Squarings + 1);
        return logarithm.exp().data<double>().ToArray();
    }
}
