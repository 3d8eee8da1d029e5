using TorchSharp;
using Tortue.Data;
using Tortue.Experiments;
using Tortue.Training;
using static TorchSharp.torch;

namespace Tortue.CriticalPeriods;

/// <summary>
/// The Kullback-Leibler divergence between a trained network and its neighbours, against ½ δᵀFδ: the expansion to second order that makes F
/// the measure of what a weight matters. The ½ and the transpose belong to it.
/// </summary>
/// <remarks>
/// KL(p_w ‖ p_{w+δ}) = ½ δᵀFδ + O(‖δ‖³); the reverse divergence has the same second order and another third. The mean of +δ and −δ loses
/// its odd orders, and is off by O(‖δ‖⁴). Everything is in double precision, F exact over the images. Averaged over directions that are
/// even over the sphere, δᵀFδ is ‖δ‖² tr F / P with P weights, so that divergences alone give the trace, to compare with the estimate of
/// <see cref="FisherInformation"/>. J. Martens, "New insights and perspectives on the natural gradient method", JMLR 21 (2020).
/// </remarks>
public static class KlExpansion
{
    private const int Digits = 6;
    private const int BatchSize = 20;

    // New layers draw their first numbers from the one generator of all.
    private static readonly Lock Making = new();

    /// <summary>Runs the experiment.</summary>
    /// <param name="options">The settings; <see cref="KlExpansionOptions.Quick"/> when omitted.</param>
    /// <param name="progress">Told after each direction.</param>
    /// <param name="cancellation">Stops the run within a second; so does interrupting the notebook's cell.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static KlExpansionResult Run(
        KlExpansionOptions? options = null,
        IProgress<ExperimentProgress>? progress = null,
        CancellationToken cancellation = default) =>
        Remembered.OrMeasured(options, settings => Measure(settings, progress, cancellation));

    private static KlExpansionResult Measure(
        KlExpansionOptions options, IProgress<ExperimentProgress>? progress, CancellationToken cancellation)
    {
        using var run = new ExperimentRun(CriticalPeriodsText.KlRunning, progress, cancellation);
        using var scope = NewDisposeScope();
        var data = GeneratedImages.Make(new() { Count = options.Examples, Side = 12, Channels = 1, Seed = options.Seed });
        data = Normalization.Of(data).Apply(data);
        using var network = Trained(options, data, run.Cancellation);
        var images = data.First(options.Images);
        images = images.WithInputs(images.Inputs.to(float64));

        var directions = Directions(options, network);
        var forms = FisherInformation.QuadraticForms(network, images.Inputs, directions, run.Cancellation);
        double length = Math.Sqrt(network.parameters().Sum(weight => weight.detach().square().sum().ToDouble()));
        var steps = new List<Step[]>();
        for (int d = 0; d < options.Directions; d++)
        {
            steps.Add(Walk(network, images.Inputs, directions[d], forms[d], length, options.Epsilons(), run.Cancellation));
            run.Report(d + 1, options.Directions);
        }

        var exact = FisherInformation.Of(network, images, new() { Labels = FisherLabels.EveryClass }, run.Cancellation);
        var drawn = FisherInformation.Of(network, images, new() { Minibatches = options.Draws, Seed = options.Seed }, run.Cancellation);
        double step = options.Epsilons()[0] * length;
        var traces = MeanError.Of(steps.Select(each => 2 * exact.Parameters * each[0].Forward / (step * step)));
        return new(
            options,
            run.Finish(options.Seed, Course.EngineName, get_num_threads()),
            exact.Parameters,
            Rounded(Evaluation.Of(network, images, cancellation: run.Cancellation).Loss),
            Rounded(exact.Total),
            new(Rounded(drawn.Total), Rounded(drawn.StandardError)),
            new(Rounded(traces.Mean), Rounded(traces.StandardError)),
            [.. options.Epsilons().Select((epsilon, i) => Point(epsilon, [.. steps.Select(each => each[i])]))]);
    }

    private static nn.Module<Tensor, Tensor> Trained(KlExpansionOptions options, LabelledData data, CancellationToken cancellation)
    {
        TorchSharp.Modules.Sequential network;
        lock (Making)
        {
            manual_seed((long)options.Seed);
            network = nn.Sequential(
                nn.Flatten(),
                nn.Linear(data.InputShape.Aggregate((a, b) => a * b), options.Hidden),
                options.Activation.Module(),
                nn.Linear(options.Hidden, data.Classes.Count));
        }

        var fit = new TrainingOptions { Epochs = options.Epochs, BatchSize = BatchSize, Seed = options.Seed, Optimizer = Descent };
        Fitting.RunQuietly(network, data, null, fit, cancellation);
        cancellation.ThrowIfCancellationRequested();
        return network.to(float64);

        static optim.Optimizer Descent(IEnumerable<TorchSharp.Modules.Parameter> parameters) =>
            optim.SGD(parameters, learningRate: 0.05, momentum: 0.9);
    }

    // Evenly over the unit sphere.
    private static Tensor Directions(KlExpansionOptions options, nn.Module network)
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(options.Seed);
        var normal = randn(options.Directions, network.parameters().Sum(weight => weight.numel()), dtype: float64, generator: random);
        return (normal / normal.square().sum(1, keepdim: true).sqrt()).MoveToOuterDisposeScope();
    }

    private static Step[] Walk(
        nn.Module<Tensor, Tensor> network,
        Tensor inputs,
        Tensor direction,
        double form,
        double length,
        double[] epsilons,
        CancellationToken cancellation)
    {
        using var scope = NewDisposeScope();
        var here = KlDivergence.LogProbabilities(network, inputs, direction, 0);
        return Array.ConvertAll(epsilons, epsilon =>
        {
            cancellation.ThrowIfCancellationRequested();
            using var point = NewDisposeScope();
            double step = epsilon * length;
            var there = KlDivergence.LogProbabilities(network, inputs, direction, step);
            var behind = KlDivergence.LogProbabilities(network, inputs, direction, -step);
            double forward = KlDivergence.Between(here, there);
            return new Step(
                forward,
                KlDivergence.Between(there, here),
                (forward + KlDivergence.Between(here, behind)) / 2,
                step * step * form / 2);
        });
    }

    private static KlExpansionPoint Point(double epsilon, Step[] steps)
    {
        double[] ratios = Array.ConvertAll(steps, step => step.Forward / step.Half);
        double Mean(Func<Step, double> value) => Rounded(steps.Average(value));
        return new(
            epsilon,
            Mean(step => step.Forward),
            Mean(step => step.Half),
            Rounded(ratios.Average()),
            Rounded(ratios.Min()),
            Rounded(ratios.Max()),
            Mean(step => Math.Abs(step.Forward - step.Half)),
            Mean(step => Math.Abs(step.Reverse - step.Half)),
            Mean(step => Math.Abs(step.Even - step.Half)));
    }

    private static double Rounded(double value) => SignificantDigits.Round(value, Digits);

    private readonly record struct Step(double Forward, double Reverse, double Even, double Half);
}
