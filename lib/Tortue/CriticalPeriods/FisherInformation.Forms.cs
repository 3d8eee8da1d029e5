using static TorchSharp.torch;

namespace Tortue.CriticalPeriods;

public static partial class FisherInformation
{
    /// <summary>
    /// The quadratic forms δᵀFδ, exact over the examples: with J the derivatives of the outputs along δ and p the probabilities,
    /// δᵀFδ = E_x [Σ p_k J_k² − (Σ p_k J_k)²], the variance of J_y. Half of it is what the divergence KL(p_w ‖ p_{w+δ}) becomes for small
    /// δ.
    /// </summary>
    /// <param name="model">Gives one output a class; taken in evaluation mode.</param>
    /// <param name="inputs">The examples x, along the first dimension.</param>
    /// <param name="directions">One δ a row, in the order of the model's <c>parameters()</c>: D×P.</param>
    /// <param name="cancellation">Looked at before every example.</param>
    /// <returns>D numbers, in nats.</returns>
    /// <exception cref="ArgumentException">The rows are not as long as the model has parameters.</exception>
    /// <exception cref="OperationCanceledException">The computation was cancelled.</exception>
    public static double[] QuadraticForms(
        nn.Module<Tensor, Tensor> model, Tensor inputs, Tensor directions, CancellationToken cancellation = default)
    {
        Tensor[] weights = [.. model.parameters()];
        long count = weights.Sum(weight => weight.numel());
        if (directions.dim() != 2 || directions.shape[1] != count)
            throw new ArgumentException(Text.Format(CriticalPeriodsText.FisherBadDirections, string.Join('×', directions.shape), count));
        bool wasTraining = model.training;
        model.eval();
        try
        {
            using var recording = enable_grad();
            var forms = new double[directions.shape[0]];
            for (long n = 0; n < inputs.shape[0]; n++)
            {
                cancellation.ThrowIfCancellationRequested();
                using var scope = NewDisposeScope();
                var outputs = model.forward(inputs.narrow(0, n, 1))[0];
                double[] probabilities = [.. outputs.detach().to(float64).softmax(0).data<double>()];
                var along = probabilities.Select((_, k) => Along(outputs[k], weights, directions)).ToArray();
                for (int d = 0; d < forms.Length; d++)
                {
                    double mean = probabilities.Zip(along, (p, j) => p * j[d]).Sum();
                    forms[d] += probabilities.Zip(along, (p, j) => p * (j[d] - mean) * (j[d] - mean)).Sum() / inputs.shape[0];
                }
            }

            return forms;
        }
        finally
        {
            model.train(wasTraining);
        }
    }

    // The derivative of an output along each direction.
    private static double[] Along(Tensor output, Tensor[] weights, Tensor directions)
    {
        using var scope = NewDisposeScope();
        var gradients = autograd.grad([output], weights, retain_graph: true, allow_unused: true);
        var parts = gradients.Zip(weights, (gradient, weight) => (gradient is null ? zeros_like(weight) : gradient).flatten());
        return [.. directions.matmul(cat([.. parts]).unsqueeze(1)).to(float64).flatten().data<double>()];
    }
}
