using TorchSharp;
using Tortue.Data;
using static TorchSharp.torch;

namespace Tortue.Training;

/// <summary>How a model does on a set of examples.</summary>
/// <param name="Loss">Mean loss an example.</param>
/// <param name="Accuracy">Share of the examples whose largest output is their class, 0 to 1.</param>
public sealed record Evaluation(double Loss, double Accuracy)
{
    private const int BatchSize = 256;

    /// <summary>Evaluates a model in evaluation mode (batch norm and dropout as at test time); the mode is put back afterwards.</summary>
    /// <param name="model">Gives one output a class.</param>
    /// <param name="data">The examples, prepared as those of training were.</param>
    /// <param name="loss">The loss of a minibatch; mean cross-entropy when omitted.</param>
    /// <param name="cancellation">Looked at before every minibatch.</param>
    /// <exception cref="OperationCanceledException">The evaluation was cancelled.</exception>
    public static Evaluation Of(
        nn.Module<Tensor, Tensor> model,
        LabelledData data,
        Func<Tensor, Tensor, Tensor>? loss = null,
        CancellationToken cancellation = default)
    {
        loss ??= (outputs, labels) => nn.functional.cross_entropy(outputs, labels);
        bool wasTraining = model.training;
        model.eval();
        using var withoutGradients = no_grad();
        try
        {
            var tally = new Tally();
            foreach (var batch in data.Minibatches(BatchSize))
            {
                cancellation.ThrowIfCancellationRequested();
                using var scope = NewDisposeScope();
                using (batch)
                {
                    var outputs = model.forward(batch.Inputs);
                    tally.Add(outputs, batch.Labels, loss(outputs, batch.Labels).ToDouble());
                }
            }

            return new(tally.Loss, tally.Accuracy);
        }
        finally
        {
            model.train(wasTraining);
        }
    }
}
