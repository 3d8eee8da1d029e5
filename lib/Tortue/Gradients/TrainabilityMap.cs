using Tortue.Data;
using Tortue.Experiments;
using Tortue.Models;
using static TorchSharp.torch;

namespace Tortue.Gradients;

/// <summary>
/// Where training starts to fail as networks get deeper: plain networks of many depths, with weights N(0, σ_w²/n) for many gains σ_w, each
/// given a few steps of gradient descent to learn a few images by heart.
/// </summary>
public static class TrainabilityMap
{
    /// <summary>Runs the experiment.</summary>
    /// <param name="options">The settings; <see cref="TrainabilityMapOptions.Quick"/> when omitted.</param>
    /// <param name="progress">Told after each depth.</param>
    /// <param name="cancellation">Stops the run within a second; so does interrupting the notebook's cell.</param>
    /// <param name="cells">What an earlier run had done that was stopped; nothing when omitted.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static TrainabilityMapResult Run(
        TrainabilityMapOptions? options = null,
        IProgress<ExperimentProgress>? progress = null,
        CancellationToken cancellation = default,
        ICellStore? cells = null) =>
        Remembered.OrMeasured(options, settings => Measure(settings, progress, cancellation, cells));

    private static TrainabilityMapResult Measure(
        TrainabilityMapOptions options, IProgress<ExperimentProgress>? progress, CancellationToken cancellation, ICellStore? cells)
    {
        using var run = new ExperimentRun(GradientsText.RunningTrainabilityMap, progress, cancellation, cells);
        using var scope = NewDisposeScope();
        var data = options.Data();
        var rows = new List<TrainabilityRow>();
        int done = 0, total = options.Activations.Count * options.Depths.Sum();
        foreach (var activation in options.Activations)
        {
            foreach (int depth in options.Depths)
            {
                rows.Add(run.Cell($"{activation}/depth {depth}", () => Train(options, activation, depth, data, run.Cancellation)));
                run.Report(done += depth, total);
            }
        }

        return new(options, run.Finish(options.Seed, Course.EngineName, get_num_threads()), data.Classes.Count, rows);
    }

    // All gains, networks and learning rates of one depth are trained side by side, as one network with one more dimension: there are
    // networks × gains × rates of them, in this order, and all rates begin from the same weights.
    private static TrainabilityRow Train(
        TrainabilityMapOptions options, Activation activation, int depth, LabelledData data, CancellationToken cancellation)
    {
        using var scope = NewDisposeScope();
        int together = options.Networks * options.Gains.Count * options.LearningRates.Count;
        var weights = Weights(options, depth, data);
        var rates = tensor(options.LearningRates.Select(rate => (float)rate).ToArray())
            .repeat(options.Networks * options.Gains.Count).view(together, 1, 1);
        var inputs = data.Inputs.flatten(1).unsqueeze(0).expand(together, -1, -1).contiguous();
        var labels = data.Labels.repeat(together);
        for (int step = 0; step < options.Steps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            using var pass = NewDisposeScope();
            var loss = Losses(Scores(activation, weights, inputs), labels, together).sum();
            var gradients = autograd.grad([loss], weights);
            using var _ = no_grad();
            for (int l = 0; l < weights.Count; l++)
                weights[l].sub_(gradients[l] * rates);
        }

        using var noGradients = no_grad();
        var scores = Scores(activation, weights, inputs);
        var losses = Losses(scores, labels, together).data<float>().ToArray();
        var right = scores.argmax(2).eq(data.Labels).to(float32).mean([1]).data<float>().ToArray();
        return Summary(options, activation, depth, losses, right);
    }

    private static List<Tensor> Weights(TrainabilityMapOptions options, int depth, LabelledData data)
    {
        var generator = new Generator(options.Seed + (ulong)depth);
        long inputs = data.InputShape.Aggregate(1L, (a, b) => a * b);
        float[] gains = [.. options.Gains.Select(gain => (float)gain)];
        var weights = new List<Tensor>();
        for (int l = 1; l <= depth + 1; l++)
        {
            long fanIn = l == 1 ? inputs : options.Width, fanOut = l > depth ? data.Classes.Count : options.Width;
            using var scope = NewDisposeScope();

            // One draw a network, times each gain; the scores' weights have gain 1.
            var drawn = WeightInit.Normal(1).Draw(options.Networks, fanOut, fanIn, generator);
            var scaled = drawn.unsqueeze(1) * (l > depth ? ones(gains.Length) : tensor(gains)).view(1, -1, 1, 1);
            var copies = scaled.unsqueeze(2).expand(-1, -1, options.LearningRates.Count, -1, -1).reshape(-1, fanOut, fanIn);
            weights.Add(copies.clone().requires_grad_().MoveToOuterDisposeScope());
        }

        return weights;
    }

    private static Tensor Scores(Activation activation, IReadOnlyList<Tensor> weights, Tensor inputs)
    {
        var hidden = inputs;
        for (int l = 0; l < weights.Count; l++)
            hidden = (l == 0 ? hidden : activation.Forward(hidden)).bmm(weights[l].transpose(1, 2));
        return hidden;
    }

    // Mean cross-entropy of each network: their sum has gradients that know nothing of each other.
    private static Tensor Losses(Tensor scores, Tensor labels, int together) =>
        nn.functional.cross_entropy(scores.flatten(0, 1), labels, reduction: nn.Reduction.None).view(together, -1).mean([1]);

    private static TrainabilityRow Summary(
        TrainabilityMapOptions options, Activation activation, int depth, float[] losses, float[] right)
    {
        var (loss, accuracy) = (new double[options.Gains.Count], new double[options.Gains.Count]);
        int rates = options.LearningRates.Count;
        for (int g = 0; g < options.Gains.Count; g++)
        {
            var best = Enumerable.Range(0, options.Networks)
                .Select(network => Enumerable.Range((network * options.Gains.Count + g) * rates, rates)
                    .MinBy(place => float.IsFinite(losses[place]) ? losses[place] : float.MaxValue))
                .ToArray();
            loss[g] = Math.Round(Median(best.Select(place => (double)losses[place])), 4);
            accuracy[g] = Math.Round(Median(best.Select(place => (double)right[place])), 4);
        }

        return new(activation, depth, accuracy, loss);
    }

    // A training that diverged is as bad as any.
    private static double Median(IEnumerable<double> values) =>
        SampleSummary.Of(values.Select(value => double.IsNaN(value) ? double.PositiveInfinity : value)).Median;
}
