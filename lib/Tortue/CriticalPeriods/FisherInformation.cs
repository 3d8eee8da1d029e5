using TorchSharp;
using Tortue.Data;
using Tortue.Experiments;
using static TorchSharp.torch;

namespace Tortue.CriticalPeriods;

/// <summary>
/// The trace of the Fisher information matrix F = E_x E_{y ∼ p_w(y|x)} [∇ log p_w(y|x) ∇ log p_w(y|x)ᵀ], overall and in each layer: how
/// much, on average, the model's answer changes when a weight does.
/// </summary>
/// <remarks>
/// <para>
/// Labels are drawn from the model, not taken from the data set: the latter is the "empirical Fisher", another quantity
/// (<see cref="FisherLabels.DataSet"/> shows it). Batch norm and dropout are in evaluation mode, so that p_w(y|x) belongs to one x and the
/// running statistics stay what they are. No gradient is left in the model, and its mode is put back.
/// </para>
/// <para>
/// tr F = E‖∇ log p(y|x)‖², one example at a time. Of a minibatch of B examples the gradient ḡ of the mean of log p is at hand: as scores
/// have mean 0 given x and labels are drawn independently, the products between examples vanish, and tr F = B · E‖ḡ‖² without any error.
/// Code that squares ḡ and forgets the B is off by that factor.
/// </para>
/// </remarks>
public static partial class FisherInformation
{
    /// <summary>Estimates the trace.</summary>
    /// <param name="model">Gives one output a class. Parameters that need no gradient are left out.</param>
    /// <param name="data">The examples x, prepared as those of training were; their labels matter to
    /// <see cref="FisherLabels.DataSet"/> only.</param>
    /// <param name="options">The settings; each example once by itself, when omitted.</param>
    /// <param name="cancellation">Looked at before every minibatch.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The estimate was cancelled.</exception>
    public static FisherTrace Of(
        nn.Module<Tensor, Tensor> model, LabelledData data, FisherOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new();
        options.Validate(data.Count);
        var names = model.named_parameters().Where(entry => entry.parameter.requires_grad).ToArray();
        Tensor[] weights = [.. names.Select(entry => entry.parameter)];
        bool wasTraining = model.training;
        model.eval();
        try
        {
            using var recording = enable_grad();
            using var random = new Generator(options.Seed);
            var squares = new List<double[]>();
            foreach (var batch in Minibatches(data, options, random))
            {
                using (batch)
                {
                    cancellation.ThrowIfCancellationRequested();
                    using var scope = NewDisposeScope();
                    squares.Add(Squares(model, weights, batch, options.Labels, random));
                }
            }

            return Summary([.. names.Select(entry => LayerOf(entry.name))], weights, squares);
        }
        finally
        {
            model.train(wasTraining);
        }
    }

    /// <summary>Draws one label an example: y ∼ p(y|x).</summary>
    /// <param name="logits">The model's outputs, N×C.</param>
    /// <param name="random">Gives the numbers.</param>
    /// <returns>int64, N numbers from 0 to C − 1.</returns>
    public static Tensor DrawLabels(Tensor logits, Generator random)
    {
        using var withoutGradients = no_grad();
        using var scope = NewDisposeScope();
        var reached = logits.detach().to(float64).softmax(1).cumsum(1);
        var drawn = (reached <= rand(logits.shape[0], 1, dtype: float64, generator: random)).to(int64).sum(1);

        // Rounding may leave the last sum a little below 1.
        return drawn.clamp_max(logits.shape[1] - 1).MoveToOuterDisposeScope();
    }

    private static IEnumerable<Minibatch> Minibatches(LabelledData data, FisherOptions options, Generator order)
    {
        int wanted = options.Minibatches ?? data.Count / options.BatchSize, taken = 0;
        while (taken < wanted)
        {
            foreach (var batch in data.Minibatches(options.BatchSize, order))
            {
                if (taken < wanted && batch.Count == options.BatchSize)
                {
                    taken++;
                    yield return batch;
                }
                else
                {
                    batch.Dispose();
                }
            }
        }
    }

    // An unbiased estimate of each parameter's part of the trace, from one minibatch.
    private static double[] Squares(
        nn.Module<Tensor, Tensor> model, Tensor[] weights, Minibatch batch, FisherLabels labels, Generator random)
    {
        var outputs = model.forward(batch.Inputs);
        var logarithms = outputs.log_softmax(1);
        if (labels != FisherLabels.EveryClass)
        {
            var chosen = labels == FisherLabels.Model ? DrawLabels(outputs, random) : batch.Labels;
            var score = logarithms.gather(1, chosen.unsqueeze(1)).mean();
            return [.. Norms(score, weights, again: false).Select(square => batch.Count * square)];
        }

        var sums = new double[weights.Length];
        for (int y = 0; y < (int)outputs.shape[1]; y++)
        {
            double probability = Math.Exp(logarithms[0, y].ToDouble());
            var norms = Norms(logarithms[0, y], weights, again: true);
            for (int i = 0; i < sums.Length; i++)
                sums[i] += probability * norms[i];
        }

        return sums;
    }

    private static double[] Norms(Tensor score, Tensor[] weights, bool again)
    {
        using var scope = NewDisposeScope();
        var gradients = autograd.grad([score], weights, retain_graph: again, allow_unused: true);
        return [.. gradients.Select(gradient => gradient is null ? 0 : gradient.square().sum().ToDouble())];
    }

    private static FisherTrace Summary(string[] layers, Tensor[] weights, List<double[]> squares)
    {
        using var withoutGradients = no_grad();
        using var scope = NewDisposeScope();
        var summaries = new List<FisherLayer>();
        foreach (var layer in layers.Index().GroupBy(entry => entry.Item, entry => entry.Index))
        {
            int[] members = [.. layer];
            var (mean, error) = MeanError.Of(squares.Select(each => members.Sum(i => each[i])));
            summaries.Add(new(
                layer.Key,
                members.Any(i => weights[i].dim() > 1),
                members.Sum(i => weights[i].numel()),
                members.Sum(i => weights[i].square().sum().ToDouble()),
                mean,
                error));
        }

        var (total, totalError) = MeanError.Of(squares.Select(each => each.Sum()));
        return new(total, totalError, summaries, squares.Count);
    }

    private static string LayerOf(string parameter) => parameter.LastIndexOf('.') is > 0 and var dot ? parameter[..dot] : parameter;
}
