using System.Diagnostics;
using TorchSharp;
using Tortue.Data;
using Tortue.Experiments;
using Tortue.Models;
using Tortue.Training;
using static TorchSharp.torch;

namespace Tortue.StochasticDepth;

/// <summary>
/// Trains one network. Its first weights and the order of its minibatches are functions of the seed alone: networks of one seed and size
/// differ in nothing but the blocks that are dropped.
/// </summary>
internal sealed class DepthLearner : IDisposable
{
    private const ulong OrderStride = 1_000_003;

    private readonly DepthArm _arm;
    private readonly LabelledData _training, _test;
    private readonly ulong _seed;
    private readonly CancellationToken _cancellation;
    private readonly StochasticDepthNet _network;
    private readonly TorchSharp.Modules.SGD _descent;
    private readonly List<DepthLook> _looks = [];
    private readonly Stopwatch _clock = new();
    private long _step, _active;
    private double _gradient;
    private int _gradients;

    private DepthLearner(DepthArm arm, LabelledData training, LabelledData test, ulong seed, CancellationToken cancellation)
    {
        (_arm, _training, _test, _seed, _cancellation) = (arm, training, test, seed, cancellation);
        var shape = new StochasticDepthShape
        {
            InputChannels = (int)training.InputShape[0],
            Classes = training.Classes.Count,
            BlocksPerStage = arm.Blocks,
            Width = arm.Learner.Width,
        };
        _network = SeededNetworks.Make(seed, () => new StochasticDepthNet(shape, 1, arm.Rule, arm.Scaling, seed));
        _descent = optim.SGD(
            _network.parameters(),
            arm.Learner.LearningRate,
            momentum: arm.Learner.Momentum,
            weight_decay: arm.Learner.WeightDecay,
            nesterov: true);
    }

    /// <summary>Trains a network from its beginning to its end.</summary>
    /// <param name="arm">What is done.</param>
    /// <param name="training">Images to learn from.</param>
    /// <param name="test">Images to test on.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="cancellation">Looked at before every minibatch.</param>
    public static DepthTraining Train(
        DepthArm arm, LabelledData training, LabelledData test, ulong seed, CancellationToken cancellation)
    {
        using var scope = NewDisposeScope();
        using var learner = new DepthLearner(arm, training, test, seed, cancellation);
        return learner.Train();
    }

    public void Dispose()
    {
        _network.Dispose();
        _descent.Dispose();
    }

    private DepthTraining Train()
    {
        int epochs = _arm.Learner.Epochs, sinceLook = 0;
        double loss = 0, lossSinceLook = 0;
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            _clock.Start();
            loss = Epoch(epoch);
            _clock.Stop();
            (lossSinceLook, sinceLook) = (lossSinceLook + loss, sinceLook + 1);
            if (_arm.LookEvery > 0 && ((epoch + 1) % _arm.LookEvery == 0 || epoch + 1 == epochs))
            {
                Look(epoch + 1, lossSinceLook / sinceLook);
                (lossSinceLook, sinceLook) = (0, 0);
            }
        }

        var (test, whole) = (Of(_test), Of(_training));
        return new(
            _arm.Blocks,
            _arm.LastSurvival,
            _arm.Rule,
            _arm.Drops.Timing,
            _seed,
            Error(test),
            Rounded(test.Loss),
            Rounded(loss),
            Rounded(whole.Loss),
            Rounded(_active / ((double)_step * _network.Survivals.Count)),
            Rounded(_clock.Elapsed.TotalSeconds / epochs),
            _looks);
    }

    private double Epoch(int epoch)
    {
        foreach (var group in _descent.ParamGroups)
            group.LearningRate = _arm.Learner.RateAt(epoch);
        long steps = _arm.Learner.Steps(_training.Count);
        using var order = new Generator(_seed * OrderStride + (ulong)epoch);
        var tally = new Tally();
        _network.train();
        foreach (var batch in _training.Minibatches(_arm.Learner.BatchSize, order))
        {
            _cancellation.ThrowIfCancellationRequested();
            using var scope = NewDisposeScope();
            using var examples = batch;
            _network.LastSurvival = 1 - _arm.Drops.At(_step++, steps);
            _descent.zero_grad();
            var outputs = _network.forward(batch.Inputs);
            var loss = nn.functional.cross_entropy(outputs, batch.Labels);
            loss.backward();
            tally.Add(outputs, batch.Labels, loss.ToDouble());
            _active += _network.LastDepth;
            if (_arm.LookEvery > 0)
                Collect();
            _descent.step();
        }

        return tally.Loss;
    }

    // A block that was left out has no gradient.
    private void Collect()
    {
        if (_network.FirstBlockWeight.grad is { } gradient && _network.LastActive[0])
        {
            _gradient += gradient.abs().mean().ToDouble();
            _gradients++;
        }
    }

    private void Look(int epoch, double loss)
    {
        double? error = _arm.TestsOnTheWay ? Error(Of(_test)) : null;
        _looks.Add(new(epoch, error, Rounded(loss), _gradients > 0 ? Rounded(_gradient / _gradients) : 0));
        (_gradient, _gradients) = (0, 0);
    }

    private Evaluation Of(LabelledData data) => Evaluation.Of(_network, data, cancellation: _cancellation);

    private static double Error(Evaluation seen) => Math.Round(100 * (1 - seen.Accuracy), 3);

    private static double Rounded(double value) => SignificantDigits.Round(value, 4);
}
