using TorchSharp;
using Tortue.Data;
using Tortue.Models;
using Tortue.Training;
using static TorchSharp.torch;

namespace Tortue.CriticalPeriods;

/// <summary>A network that grows up: it learns an epoch at a time, from whatever it is shown.</summary>
/// <remarks>
/// The order of the images in an epoch is a function of the seed and of the network's age, so networks of the same seed see the same images
/// in the same order, whatever was done to these images and whichever network is a copy of which.
/// </remarks>
internal sealed class Learner : IDisposable
{
    private const ulong OrderStride = 1_000_003;

    private readonly LearnerOptions _options;
    private readonly LabelledData _like;
    private readonly ulong _seed;
    private readonly nn.Module<Tensor, Tensor> _network;
    private readonly TorchSharp.Modules.SGD _descent;

    /// <summary>A network that has not seen anything yet.</summary>
    /// <param name="options">What it is, and how it learns.</param>
    /// <param name="like">Data of the shape and the classes that it will see.</param>
    /// <param name="seed">The seed of its weights and of the order of the images.</param>
    public Learner(LearnerOptions options, LabelledData like, ulong seed)
    {
        (_options, _like, _seed) = (options, like, seed);
        _network = SeededNetworks.Make(seed, () => options.Make(like.InputShape[0], like.Classes.Count));
        _descent = optim.SGD(
            _network.parameters(), options.LearningRate, momentum: options.Momentum, weight_decay: options.WeightDecay);
    }

    /// <summary>Epochs that it has learnt, those of the network that it is a copy of included.</summary>
    public int Age { get; private set; }

    /// <summary>The network itself.</summary>
    public nn.Module<Tensor, Tensor> Network => _network;

    /// <summary>A copy that learns on by itself. Momentum is not copied: it starts at 0, as in a new optimiser.</summary>
    public Learner Twin()
    {
        var twin = new Learner(_options, _like, _seed) { Age = Age };
        twin._network.load_state_dict(_network.state_dict());
        return twin;
    }

    /// <summary>One epoch.</summary>
    /// <param name="lesson">The images, all of them once.</param>
    /// <param name="rate">The learning rate.</param>
    /// <param name="cancellation">Looked at before every minibatch.</param>
    /// <returns>Share of the images that were classified right on the way, 0 to 1.</returns>
    public double Learn(LabelledData lesson, double rate, CancellationToken cancellation)
    {
        foreach (var group in _descent.ParamGroups)
            group.LearningRate = rate;
        using var order = new Generator(_seed * OrderStride + (ulong)Age);
        var tally = new Tally();
        _network.train();
        foreach (var batch in lesson.Minibatches(_options.BatchSize, order))
        {
            cancellation.ThrowIfCancellationRequested();
            using var scope = NewDisposeScope();
            using var examples = batch;
            _descent.zero_grad();
            var outputs = _network.forward(batch.Inputs);
            var loss = nn.functional.cross_entropy(outputs, batch.Labels);
            loss.backward();
            tally.Add(outputs, batch.Labels, loss.ToDouble());
            _descent.step();
        }

        Age++;
        return tally.Accuracy;
    }

    /// <summary>Share of a set that it classifies right, 0 to 1.</summary>
    public double Accuracy(LabelledData test, CancellationToken cancellation) =>
        Evaluation.Of(_network, test, cancellation: cancellation).Accuracy;

    public void Dispose()
    {
        _network.Dispose();
        _descent.Dispose();
    }
}
