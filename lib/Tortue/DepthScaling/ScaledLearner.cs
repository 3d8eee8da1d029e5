using Tortue.Data;
using Tortue.Training;
using static TorchSharp.torch;

namespace Tortue.DepthScaling;

/// <summary>Lets the chapter's networks learn to tell images apart.</summary>
internal sealed class ScaledLearner
{
    private const ulong OrderStride = 1_000_003;
    private const double Decay = 0.1;

    private readonly ScaledLearnerOptions _options;

    /// <summary>Makes or reads the images.</summary>
    /// <param name="options">The settings, valid.</param>
    /// <param name="seed">The seed of the images.</param>
    public ScaledLearner(ScaledLearnerOptions options, ulong seed)
    {
        _options = options;
        var (training, test) = options.Normalized
            ? ImageSets.Make(options.Data, options.Examples, options.TestExamples, seed)
            : ImageSets.Pixels(options.Data, options.Examples, options.TestExamples, seed);
        (Training, Test) = (Flat(training), Flat(test));
    }

    /// <summary>Images to learn from, one in a row.</summary>
    public LabelledData Training { get; }

    /// <summary>Images to test on, one in a row.</summary>
    public LabelledData Test { get; }

    /// <summary>Numbers in an image.</summary>
    public int InputSize => (int)Training.Inputs.shape[1];

    /// <summary>How many classes there are.</summary>
    public int Classes => Training.Classes.Count;

    /// <summary>A network with an output for each class, before it has learnt anything.</summary>
    /// <param name="shape">What it is made of; the input size is that of the images.</param>
    /// <param name="seed">The seed of its weights; the same for every β and every path.</param>
    public ScaledResNet Network(ResidualShape shape, ulong seed) =>
        new(new NetworkWeights(shape with { InputSize = InputSize }, seed, 0, 0), Classes);

    /// <summary>Trains a network. The order of the images is a function of the seed alone.</summary>
    /// <param name="network">The network, whose weights are changed.</param>
    /// <param name="learningRate">Adam's learning rate in the first epochs.</param>
    /// <param name="seed">The seed of the order.</param>
    /// <param name="cancellation">Looked at before every minibatch.</param>
    /// <returns>The share of test images that it gets right then; null when its loss became infinite or no number.</returns>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public double? Train(ScaledResNet network, double learningRate, ulong seed, CancellationToken cancellation)
    {
        var history = Fitting.RunQuietly(
            network,
            Training,
            validation: null,
            new()
            {
                Epochs = _options.Epochs,
                BatchSize = _options.BatchSize,
                Optimizer = parameters => optim.Adam(parameters, learningRate),
                Schedule = optimizer => optim.lr_scheduler.StepLR(optimizer, _options.DecayEvery, Decay),
                Seed = seed * OrderStride,
            },
            cancellation);
        cancellation.ThrowIfCancellationRequested();
        return history.End == TrainingEnd.Diverged
            ? null
            : Math.Round(Evaluation.Of(network, Test, cancellation: cancellation).Accuracy, 4);
    }

    private static LabelledData Flat(LabelledData data) => data.WithInputs(data.Inputs.flatten(1));
}
