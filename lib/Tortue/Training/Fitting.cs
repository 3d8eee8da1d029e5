using TorchSharp;
using Tortue.Data;
using Tortue.Display;
using static TorchSharp.torch;

namespace Tortue.Training;

/// <summary>Trains a classifier. <see cref="Epoch"/> is the loop that every text on deep learning means by "training".</summary>
public sealed class Fitting
{
    private readonly nn.Module<Tensor, Tensor> _model;
    private readonly TrainingOptions _options;
    private readonly optim.Optimizer _optimizer;
    private readonly optim.lr_scheduler.LRScheduler? _schedule;
    private readonly Generator _order;
    private readonly CancellationToken _cancellation;
    private int _step;

    private Fitting(nn.Module<Tensor, Tensor> model, TrainingOptions options, CancellationToken cancellation)
    {
        _model = model;
        _options = options;
        _optimizer = options.Optimizer(model.parameters());
        _schedule = options.Schedule?.Invoke(_optimizer);
        _order = new Generator(options.Seed);
        _cancellation = cancellation;
    }

    /// <summary>Trains a model, and draws loss and accuracy below the notebook's cell while it learns.</summary>
    /// <param name="model">Gives one output a class; its weights are changed. It is left in evaluation mode.</param>
    /// <param name="training">The examples to learn from, normalised.</param>
    /// <param name="validation">Examples to watch and to stop by, prepared like those of training; needed for patience.</param>
    /// <param name="options">The settings; those of <see cref="TrainingOptions"/> when omitted.</param>
    /// <param name="cancellation">Ends training within a step; so does interrupting the notebook's cell. Nothing is thrown, and what was
    /// learnt is kept.</param>
    /// <exception cref="ArgumentException">A setting is out of its range, or patience has nothing to watch.</exception>
    public static TrainingHistory Run(
        nn.Module<Tensor, Tensor> model,
        LabelledData training,
        LabelledData? validation = null,
        TrainingOptions? options = null,
        CancellationToken cancellation = default)
    {
        options ??= new();
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellation, NotebookHost.Cancellation);
        using var display = new TrainingDisplay(options.Epochs);
        return RunQuietly(model, training, validation, options with { Observers = [.. options.Observers, display] }, linked.Token);
    }

    /// <summary>Trains a model and shows nothing: for experiments, which train many and have a progress of their own.</summary>
    internal static TrainingHistory RunQuietly(
        nn.Module<Tensor, Tensor> model,
        LabelledData training,
        LabelledData? validation,
        TrainingOptions options,
        CancellationToken cancellation)
    {
        options.Validate();
        if (options.Patience is not null && validation is null)
            throw new ArgumentException(TrainingText.PatienceNeedsValidation);
        return new Fitting(model, options, cancellation).Run(training, validation);
    }

    private TrainingHistory Run(LabelledData training, LabelledData? validation)
    {
        var epochs = new List<EpochRecord>();
        using var best = new BestWeights(_model);
        try
        {
            for (int epoch = 1; epoch <= _options.Epochs; epoch++)
            {
                var learnt = Epoch(training, epoch);
                var seen = validation is null ? null : Evaluation.Of(_model, validation, _options.Loss, _cancellation);
                var record = new EpochRecord(epoch, learnt.Loss, learnt.Accuracy, seen?.Loss, seen?.Accuracy, LearningRate);
                epochs.Add(record);
                foreach (var observer in _options.Observers)
                    observer.OnEpoch(record);
                if (_options.ScheduleUnit == ScheduleUnit.Epoch)
                    MoveSchedule(seen?.Loss ?? learnt.Loss);
                if (_options.Patience is { } patience && epoch - best.Consider(epoch, seen!.Loss) >= patience)
                    return End(TrainingEnd.StoppedEarly);
            }

            return End(TrainingEnd.Completed);
        }
        catch (OperationCanceledException) when (_cancellation.IsCancellationRequested)
        {
            return End(TrainingEnd.Cancelled);
        }
        catch (DivergenceException divergence)
        {
            return End(TrainingEnd.Diverged, divergence.Message);
        }

        TrainingHistory End(TrainingEnd end, string? message = null)
        {
            int? kept = end == TrainingEnd.Diverged ? null : best.PutBack();
            _model.eval();
            return new(epochs, end, kept ?? epochs.Count, _step, message);
        }
    }

    /// <summary>One epoch: every example once, in a random order, a minibatch at a time.</summary>
    private Tally Epoch(LabelledData training, int epoch)
    {
        var tally = new Tally();
        _model.train();
        foreach (var batch in training.Minibatches(_options.BatchSize, _order))
        {
            _cancellation.ThrowIfCancellationRequested();
            using var scope = NewDisposeScope();
            using var examples = batch;
            var inputs = _options.Augmentation?.Apply(batch.Inputs, _order) ?? batch.Inputs;

            _optimizer.zero_grad();
            var outputs = _model.forward(inputs);
            var loss = _options.Loss(outputs, batch.Labels);
            loss.backward();
            Clip();

            var step = new TrainingStep(_model, epoch, ++_step, loss.ToDouble(), LearningRate);
            StopIfDiverged(step);
            tally.Add(outputs, batch.Labels, step.Loss);
            foreach (var observer in _options.Observers)
                observer.OnGradients(step);
            _optimizer.step();
            foreach (var observer in _options.Observers)
                observer.OnStep(step);
            if (_options.ScheduleUnit == ScheduleUnit.Step)
                MoveSchedule(step.Loss);
        }

        return tally;
    }

    private double LearningRate => _optimizer.ParamGroups.First().LearningRate;

    private void Clip()
    {
        if (_options.LargestGradientNorm is { } largest)
            nn.utils.clip_grad_norm_(_model.parameters(), largest);
    }

    // Reduce-on-plateau is the one schedule that looks at the loss.
    private void MoveSchedule(double loss)
    {
        if (_schedule is optim.lr_scheduler.impl.ReduceLROnPlateau plateau)
            plateau.step(loss);
        else
            _schedule?.step();
    }

    private static void StopIfDiverged(TrainingStep step)
    {
        if (!double.IsFinite(step.Loss))
            throw new DivergenceException(Text.Format(TrainingText.Diverged, step.Loss, step.Epoch, step.Step, step.LearningRate));
    }
}
