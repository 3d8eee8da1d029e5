using TorchSharp;
using TorchSharp.Modules;
using Tortue.Data;
using Tortue.Models;
using Tortue.Training;
using static TorchSharp.torch;

namespace Tortue.DropoutRegularization;

/// <summary>A perceptron with dropout that is trained for a number of steps, whatever the number of examples.</summary>
/// <remarks>
/// Weights, the order of the examples and the units that are dropped are functions of the seed. Learners of the same seed and the same
/// widths begin with the same weights and see the same minibatches, whatever is dropped.
/// </remarks>
internal sealed class DropoutLearner : IDisposable
{
    private const ulong OrderStride = 1_000_003;
    private const ulong MaskStride = 7_919;

    private readonly DropoutLearnerOptions _options;
    private readonly ulong _seed;
    private readonly IReadOnlyList<SeededDropout> _dropouts;
    private readonly SGD _descent;

    /// <summary>A learner that has not seen anything yet and drops nothing.</summary>
    /// <param name="options">What it is, and how it learns.</param>
    /// <param name="like">Data of the shape and the classes that it will see.</param>
    /// <param name="seed">The seed of its weights, of the order of the examples and of what is dropped.</param>
    public DropoutLearner(DropoutLearnerOptions options, LabelledData like, ulong seed)
    {
        (_options, _seed) = (options, seed);
        _dropouts = [.. options.Hidden.Select((_, layer) => new SeededDropout(0, seed * MaskStride + (ulong)layer))];
        Network = DropoutPerceptron.Make(like, options.Hidden, _dropouts, seed);
        _descent = optim.SGD(
            Network.parameters(), options.LearningRate, momentum: options.Momentum, weight_decay: options.WeightDecay);
    }

    /// <summary>The network.</summary>
    public Sequential Network { get; }

    /// <summary>Probability of each hidden unit to be dropped, 0 to below 1; training sets it before each step.</summary>
    public double Rate
    {
        get => _dropouts[0].Rate;
        set
        {
            foreach (var dropout in _dropouts)
                dropout.Rate = value;
        }
    }

    /// <summary>Whether a loss was infinite or no number. Such a learner learns no more.</summary>
    public bool HasDiverged { get; private set; }

    /// <summary>Trains from the first step of a schedule to its last; the learning rate falls along half a cosine.</summary>
    /// <param name="data">The examples; they come in a new random order each time that all have been seen.</param>
    /// <param name="steps">How many steps, at least 1.</param>
    /// <param name="schedule">How much is dropped at which step.</param>
    /// <param name="cancellation">Looked at before every step.</param>
    /// <param name="onStep">Told of each step when the gradients are there and the weights have not moved yet.</param>
    /// <exception cref="OperationCanceledException">Training was cancelled.</exception>
    public void Train(
        LabelledData data,
        int steps,
        DropSchedule schedule,
        CancellationToken cancellation,
        Action<TrainingStep>? onStep = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        Network.train();
        int step = 0;
        for (int epoch = 1; step < steps && !HasDiverged; epoch++)
        {
            using var order = new Generator(_seed * OrderStride + (ulong)epoch);
            foreach (var batch in data.Minibatches(_options.BatchSize, order))
            {
                using var examples = batch;
                cancellation.ThrowIfCancellationRequested();
                Rate = schedule.At(step, steps);
                double learningRate = _options.LearningRate * (1 + Math.Cos(Math.PI * step / steps)) / 2;
                HasDiverged = !Step(batch, new(Network, epoch, ++step, 0, learningRate), onStep);
                if (step == steps || HasDiverged)
                    break;
            }
        }
    }

    /// <summary>Loss and accuracy on a set, without dropout.</summary>
    /// <param name="data">The examples.</param>
    /// <param name="cancellation">Looked at before every minibatch.</param>
    public Evaluation Evaluate(LabelledData data, CancellationToken cancellation) =>
        Evaluation.Of(Network, data, cancellation: cancellation);

    public void Dispose()
    {
        Network.Dispose();
        _descent.Dispose();
    }

    // False where the loss is no number, and nothing has moved.
    private bool Step(Minibatch batch, TrainingStep step, Action<TrainingStep>? onStep)
    {
        using var scope = NewDisposeScope();
        foreach (var group in _descent.ParamGroups)
            group.LearningRate = step.LearningRate;
        _descent.zero_grad();
        var loss = nn.functional.cross_entropy(Network.forward(batch.Inputs), batch.Labels);
        double value = loss.ToDouble();
        if (!double.IsFinite(value))
            return false;
        loss.backward();
        onStep?.Invoke(step with { Loss = value });
        _descent.step();
        return true;
    }
}
