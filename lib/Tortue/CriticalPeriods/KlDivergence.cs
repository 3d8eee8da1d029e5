using static TorchSharp.torch;

namespace Tortue.CriticalPeriods;

/// <summary>The Kullback-Leibler divergence between a model and the same model with other weights.</summary>
public static class KlDivergence
{
    // Below this |d| the series is used: e^d − 1 − d would lose its digits.
    private const double Small = 0.1;
    private const int Terms = 12;

    /// <summary>E_x KL(p ‖ q) in nats, from the logarithms of the probabilities.</summary>
    /// <param name="first">log p, N×C, float64.</param>
    /// <param name="second">log q, N×C, float64.</param>
    /// <remarks>
    /// Written as Σ p (e^d − 1 − d) with d = log q − log p, which is the same because both p and q add up to 1; no term is negative, so
    /// nothing cancels where the two are close.
    /// </remarks>
    public static double Between(Tensor first, Tensor second)
    {
        using var scope = NewDisposeScope();
        double[] p = [.. first.contiguous().data<double>()], q = [.. second.contiguous().data<double>()];
        double sum = 0;
        for (int i = 0; i < p.Length; i++)
            sum += Math.Exp(p[i]) * Excess(q[i] - p[i]);
        return sum / first.shape[0];
    }

    /// <summary>log p(y|x) with the weights moved by a step along a direction; afterwards the weights are the same bits as
    /// before.</summary>
    /// <param name="model">Gives one output a class; it should be in evaluation mode.</param>
    /// <param name="inputs">The examples x.</param>
    /// <param name="direction">One number a weight, in the order of <c>parameters()</c>.</param>
    /// <param name="step">The length of the step in multiples of the direction.</param>
    /// <returns>N×C; the caller owns it.</returns>
    public static Tensor LogProbabilities(nn.Module<Tensor, Tensor> model, Tensor inputs, Tensor direction, double step)
    {
        using var withoutGradients = no_grad();
        using var scope = NewDisposeScope();
        Tensor[] weights = [.. model.parameters()];
        var kept = Array.ConvertAll(weights, weight => weight.detach().clone());
        try
        {
            long start = 0;
            foreach (var weight in weights)
            {
                weight.add_(direction.narrow(0, start, weight.numel()).reshape(weight.shape), alpha: step);
                start += weight.numel();
            }

            return model.forward(inputs).log_softmax(1).MoveToOuterDisposeScope();
        }
        finally
        {
            for (int i = 0; i < weights.Length; i++)
                weights[i].copy_(kept[i]);
        }
    }

    // e^d − 1 − d = d²/2 (1 + d/3 (1 + d/4 (…))).
    private static double Excess(double d)
    {
        if (Math.Abs(d) >= Small)
            return Math.Exp(d) - 1 - d;
        double sum = 1;
        for (int k = Terms; k >= 3; k--)
            sum = 1 + (d / k * sum);
        return d * d / 2 * sum;
    }
}
