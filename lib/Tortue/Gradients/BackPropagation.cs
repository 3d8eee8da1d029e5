using static TorchSharp.torch;

namespace Tortue.Gradients;

/// <summary>
/// Exercise 1 of the course, by hand: the errors δ^l = ∂C/∂z^l of one example from the last layer down, for the squared error
/// C = ½ ‖a^L − y‖², and the gradients that follow from them.
/// </summary>
public static class BackPropagation
{
    /// <summary>
    /// The errors of all layers: δ_j^L = f′(z_j^L) ∂C/∂a_j^L, and below it δ_j^l = f′(z_j^l) Σ_k w_{k,j}^{l+1} δ_k^{l+1}.
    /// </summary>
    /// <param name="network">The network.</param>
    /// <param name="x">The example, N_0 numbers.</param>
    /// <param name="y">What it should give, N_L numbers.</param>
    /// <returns>δ^l at index l = 1 … L; index 0 is empty.</returns>
    /// <exception cref="ArgumentException">x or y has another length.</exception>
    public static IReadOnlyList<double[]> Errors(DenseNetwork network, double[] x, double[] y) =>
        Errors(network, x, y, (weights, j, k) => weights[k, j]);

    /// <summary>The gradients of weights and biases: ∂C/∂w_{j,k}^l = δ_j^l a_k^{l−1} and ∂C/∂b_j^l = δ_j^l.</summary>
    /// <param name="network">The network.</param>
    /// <param name="x">The example, N_0 numbers.</param>
    /// <param name="y">What it should give, N_L numbers.</param>
    /// <returns>∂C/∂W^l and ∂C/∂b^l at index l − 1, for l = 1 … L.</returns>
    /// <exception cref="ArgumentException">x or y has another length.</exception>
    public static IReadOnlyList<(double[,] Weights, double[] Biases)> Gradients(DenseNetwork network, double[] x, double[] y)
    {
        var (pass, errors) = (network.Forward(x), Errors(network, x, y));
        var gradients = new List<(double[,], double[])>();
        for (int l = 1; l <= network.Depth; l++)
        {
            var weights = new double[network.Width(l), network.Width(l - 1)];
            for (int j = 0; j < network.Width(l); j++)
            {
                for (int k = 0; k < network.Width(l - 1); k++)
                    weights[j, k] = errors[l][j] * pass.A[l - 1][k];
            }

            gradients.Add((weights, errors[l]));
        }

        return gradients;
    }

    /// <summary>The same errors by automatic differentiation, to compare with.</summary>
    /// <param name="network">The network.</param>
    /// <param name="x">The example, N_0 numbers.</param>
    /// <param name="y">What it should give, N_L numbers.</param>
    /// <returns>δ^l at index l = 1 … L; index 0 is empty.</returns>
    public static IReadOnlyList<double[]> ErrorsByAutograd(DenseNetwork network, double[] x, double[] y)
    {
        using var scope = NewDisposeScope();
        var sums = new List<Tensor>();
        var a = tensor(x).requires_grad_();
        for (int l = 1; l <= network.Depth; l++)
        {
            var z = tensor(network.W(l)).mv(a) + tensor(network.B(l));
            sums.Add(z);
            a = network.Activation.Forward(z);
        }

        var cost = (a - tensor(y)).square().sum() / 2;
        return [[], .. autograd.grad([cost], sums).Select(delta => delta.data<double>().ToArray())];
    }

    /// <summary>The recursion, with the weight that takes δ_k^{l+1} to unit j given as a function: the exercise is about that one.</summary>
    internal static IReadOnlyList<double[]> Errors(
        DenseNetwork network, double[] x, double[] y, Func<double[,], int, int, double> weight)
    {
        if (y.Length != network.Width(network.Depth))
            throw new ArgumentException(Text.Format(GradientsText.BadTarget, y.Length, network.Width(network.Depth)));
        var pass = network.Forward(x);
        int last = network.Depth;
        var delta = new double[last + 1][];
        delta[0] = [];
        delta[last] = Entries(last, j => pass.A[last][j] - y[j]);
        for (int l = last - 1; l >= 1; l--)
        {
            var (weights, above) = (network.W(l + 1), delta[l + 1]);
            delta[l] = Entries(l, j => Enumerable.Range(0, above.Length).Sum(k => weight(weights, j, k) * above[k]));
        }

        return delta;

        // Every error is f′ at the unit's sum, times what comes from above.
        double[] Entries(int l, Func<int, double> fromAbove) =>
            [.. Enumerable.Range(0, network.Width(l)).Select(j => network.Activation.Derivative(pass.Z[l][j]) * fromAbove(j))];
    }
}
