using Tortue.Data;
using static TorchSharp.torch;

namespace Tortue.DropoutRegularization;

public static partial class GradientDiagnostics
{
    private const int Share = 256;

    /// <summary>
    /// All measures of a network as it is now: gradients of minibatches in training mode, with whatever dropout the network has, against
    /// the gradient of all the data in evaluation mode.
    /// </summary>
    /// <param name="network">Gives one output a class (or whatever the loss takes). Its weights, its buffers and its mode are as before
    /// afterwards, and no gradient is left in it; its dropout layers have drawn masks, <c>nn.Dropout</c> from the engine's own generator.
    /// Parameters that need no gradient are left out.</param>
    /// <param name="data">The training set, prepared as in training.</param>
    /// <param name="batchSize">Examples in a minibatch, from 1 to as many as there are. Default: 32.</param>
    /// <param name="batches">Minibatches, at least 3. Each is drawn by itself, without an example twice; together they take batches ×
    /// parameters × 4 bytes. Default: 50.</param>
    /// <param name="seed">The seed of the minibatches. Default: 1.</param>
    /// <param name="loss">The mean loss of outputs and labels; cross-entropy when omitted.</param>
    /// <param name="cancellation">Looked at before every minibatch.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The measurement was cancelled.</exception>
    public static GradientReading Of(
        nn.Module<Tensor, Tensor> network,
        LabelledData data,
        int batchSize = 32,
        int batches = 50,
        ulong seed = 1,
        Func<Tensor, Tensor, Tensor>? loss = null,
        CancellationToken cancellation = default) =>
        Of(
            Minibatches(network, data, batchSize, batches, seed, loss, cancellation),
            Full(network, data, loss, cancellation));

    /// <summary>ĝ: the gradient of the mean loss of all the data, in evaluation mode.</summary>
    /// <param name="network">Its mode is put back afterwards, and no gradient is left in it.</param>
    /// <param name="data">The examples.</param>
    /// <param name="loss">The mean loss of outputs and labels; cross-entropy when omitted.</param>
    /// <param name="cancellation">Looked at before every 256 examples.</param>
    /// <returns>One number for each parameter that needs a gradient, in the order of the network's parameters.</returns>
    /// <exception cref="OperationCanceledException">The measurement was cancelled.</exception>
    public static float[] Full(
        nn.Module<Tensor, Tensor> network,
        LabelledData data,
        Func<Tensor, Tensor, Tensor>? loss = null,
        CancellationToken cancellation = default)
    {
        bool wasTraining = network.training;
        network.eval();
        try
        {
            double[]? sum = null;
            foreach (var batch in data.Minibatches(Share))
            {
                cancellation.ThrowIfCancellationRequested();
                using (batch)
                {
                    var part = Gradient(network, batch, loss);
                    double share = (double)batch.Count / data.Count;
                    sum ??= new double[part.Length];
                    for (int k = 0; k < part.Length; k++)
                        sum[k] += share * part[k];
                }
            }

            return Array.ConvertAll(sum!, value => (float)value);
        }
        finally
        {
            network.train(wasTraining);
        }
    }

    /// <summary>G: gradients of the mean loss of minibatches, in training mode, so with dropout.</summary>
    /// <inheritdoc cref="Of(nn.Module{Tensor, Tensor}, LabelledData, int, int, ulong, Func{Tensor, Tensor, Tensor}?, CancellationToken)"/>
    /// <returns>As many vectors as minibatches, with one number for each parameter that needs a gradient.</returns>
    public static IReadOnlyList<float[]> Minibatches(
        nn.Module<Tensor, Tensor> network,
        LabelledData data,
        int batchSize = 32,
        int batches = 50,
        ulong seed = 1,
        Func<Tensor, Tensor, Tensor>? loss = null,
        CancellationToken cancellation = default)
    {
        if (batchSize < 1 || batchSize > data.Count)
            throw new ArgumentException(Text.Format(DropoutRegularizationText.DiagnosticsBadBatch, batchSize, data.Count));
        if (batches < GradientReading.FewestMinibatches)
        {
            throw new ArgumentException(Text.Format(
                DropoutRegularizationText.DiagnosticsTooFew, batches, GradientReading.FewestMinibatches));
        }

        bool wasTraining = network.training;
        using var kept = NewDisposeScope();
        Tensor[] buffers = [.. network.buffers()];
        Tensor[] before = Array.ConvertAll(buffers, buffer => buffer.clone());
        network.train();
        try
        {
            using var random = new Generator(seed);
            var gradients = new List<float[]>(batches);
            while (gradients.Count < batches)
            {
                cancellation.ThrowIfCancellationRequested();
                using var batch = data.Minibatches(batchSize, random).First();
                gradients.Add(Gradient(network, batch, loss));
            }

            return gradients;
        }
        finally
        {
            // Batch norm has moved its running statistics.
            using var withoutGradients = no_grad();
            foreach (var (buffer, value) in buffers.Zip(before))
                buffer.copy_(value);
            network.train(wasTraining);
        }
    }

    /// <summary>A network's weights as one vector, to measure a <see cref="Distance"/> from later.</summary>
    /// <param name="network">The network.</param>
    /// <returns>One number for each parameter that needs a gradient, in the order of the network's parameters.</returns>
    public static float[] Weights(nn.Module network)
    {
        using var withoutGradients = no_grad();
        using var scope = NewDisposeScope();
        return cat([.. Learnt(network).Select(weight => weight.flatten())]).data<float>().ToArray();
    }

    // The gradient of the mean loss of a minibatch in the mode that the network is in.
    private static float[] Gradient(nn.Module<Tensor, Tensor> network, Minibatch batch, Func<Tensor, Tensor, Tensor>? loss)
    {
        using var recording = enable_grad();
        using var scope = NewDisposeScope();
        Tensor[] weights = Learnt(network);
        var outputs = network.forward(batch.Inputs);
        var value = loss is null ? nn.functional.cross_entropy(outputs, batch.Labels) : loss(outputs, batch.Labels);
        var gradients = autograd.grad([value], weights, allow_unused: true);
        using var withoutGradients = no_grad();
        var flat = gradients.Zip(weights, (gradient, weight) => (gradient is null ? zeros_like(weight) : gradient).flatten());
        return cat([.. flat]).data<float>().ToArray();
    }

    private static Tensor[] Learnt(nn.Module network) =>
        [.. network.parameters().Where(parameter => parameter.requires_grad)];
}
