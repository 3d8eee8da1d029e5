using static TorchSharp.torch;

namespace Tortue.Gradients;

/// <summary>
/// The loss of a network on a plane through its weights: f(α, β) = L(θ + α δ + β η). H. Li, Z. Xu, G. Taylor, C. Studer, T. Goldstein,
/// "Visualizing the loss landscape of neural nets", NeurIPS 2018, section 4.
/// </summary>
/// <remarks>
/// Biases and the parameters of batch norm stay as they are, and so do its running estimates: the loss is taken in evaluation mode, as
/// the authors' code does.
/// </remarks>
public static class LossPlane
{
    // Of the authors' code: a filter of zeros has no direction.
    private const double Tiny = 1e-10;

    /// <summary>
    /// A random direction whose filters are as long as those of the network: d_i ← d_i / (‖d_i‖ + 10⁻¹⁰) · ‖θ_i‖ for every output filter
    /// or neuron i, and 0 for parameters of one dimension.
    /// </summary>
    /// <param name="network">The network.</param>
    /// <param name="generator">Gives the normal numbers.</param>
    /// <returns>One tensor for each parameter, in the order of <c>parameters()</c>; the caller owns them.</returns>
    public static IReadOnlyList<Tensor> FilterNormalized(nn.Module network, Generator generator)
    {
        using var withoutGradients = no_grad();
        return [.. network.parameters().Select(weight => FilterNormalized(weight, generator))];
    }

    /// <summary>The loss at each point of a grid. The network's weights are the same bits afterwards, also after an error.</summary>
    /// <param name="network">The network; it should be in evaluation mode.</param>
    /// <param name="first">The direction δ, one tensor for each parameter.</param>
    /// <param name="second">The direction η.</param>
    /// <param name="alphas">Steps along δ: the columns.</param>
    /// <param name="betas">Steps along η: the rows.</param>
    /// <param name="loss">Measures the loss of the network as it is at the moment.</param>
    /// <param name="cancellation">Looked at before every point.</param>
    /// <returns>One row for each of <paramref name="betas"/>.</returns>
    /// <exception cref="ArgumentException">A direction has not one tensor for each parameter.</exception>
    /// <exception cref="OperationCanceledException">The evaluation was cancelled.</exception>
    public static double[][] Evaluate(
        nn.Module network,
        IReadOnlyList<Tensor> first,
        IReadOnlyList<Tensor> second,
        IReadOnlyList<double> alphas,
        IReadOnlyList<double> betas,
        Func<double> loss,
        CancellationToken cancellation = default)
    {
        var weights = network.parameters().ToArray();
        if (first.Count != weights.Length || second.Count != weights.Length)
            throw new ArgumentException(Text.Format(GradientsText.SurfaceBadDirections, weights.Length, first.Count, second.Count));
        using var withoutGradients = no_grad();
        using var scope = NewDisposeScope();
        var centre = Array.ConvertAll(weights, weight => weight.detach().clone());
        try
        {
            return [.. betas.Select(beta => alphas.Select(alpha => At(alpha, beta)).ToArray())];
        }
        finally
        {
            for (int i = 0; i < weights.Length; i++)
                weights[i].copy_(centre[i]);
        }

        double At(double alpha, double beta)
        {
            cancellation.ThrowIfCancellationRequested();
            using var point = NewDisposeScope();
            for (int i = 0; i < weights.Length; i++)
            {
                if (weights[i].dim() > 1)
                    weights[i].copy_(centre[i] + (alpha * first[i]) + (beta * second[i]));
            }

            return loss();
        }
    }

    private static Tensor FilterNormalized(Tensor weight, Generator generator)
    {
        if (weight.dim() <= 1)
            return zeros_like(weight).DetachFromDisposeScope();
        using var scope = NewDisposeScope();
        var direction = nn.init.normal_(empty(weight.shape), 0, 1, generator);
        var lengths = Lengths(weight) / (Lengths(direction) + Tiny);
        return (direction * lengths).DetachFromDisposeScope();
    }

    // Of each output filter, in a shape that multiplies all its numbers.
    private static Tensor Lengths(Tensor weight)
    {
        long[] shape = [weight.shape[0], .. Enumerable.Repeat(1L, (int)weight.dim() - 1)];
        return weight.detach().flatten(1).norm(1).reshape(shape);
    }
}
