using Tortue.Data;
using Tortue.Training;
using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tests.Training;

[Collection(nameof(OneGenerator))]
public sealed class FittingTests
{
    [Fact]
    public void One_step_on_everything_is_gradient_descent_by_hand()
    {
        var data = Points(40);
        var model = Model();
        var weight = model.parameters().First().clone().detach();
        using (var loss = nn.functional.cross_entropy(model.forward(data.Inputs), data.Labels))
            loss.backward();
        var expected = weight - 0.5 * model.parameters().First().grad!;

        Fit(model, data, options: new() { Epochs = 1, BatchSize = 1000, Optimizer = Sgd(0.5) });

        Assert.True(expected.allclose(model.parameters().First(), 1e-5, 1e-6));
    }

    [Fact]
    public void It_learns_what_can_be_learnt_and_records_each_epoch()
    {
        var (training, validation) = Points(400).Split(100, 1);
        var history = Fit(Model(), training, validation, new() { Epochs = 20, BatchSize = 20 });

        Assert.Equal(TrainingEnd.Completed, history.End);
        Assert.Equal(Enumerable.Range(1, 20), history.Epochs.Select(epoch => epoch.Epoch));
        Assert.Equal(20 * 15, history.Steps);
        Assert.True(history.Epochs[^1].ValidationAccuracy > 0.95, history.ToString());
        Assert.True(history.Epochs[^1].TrainingLoss < history.Epochs[0].TrainingLoss);
    }

    [Fact]
    public void The_same_seed_gives_the_same_history()
    {
        var data = Points(100);

        Assert.Equal(Run(1), Run(1));
        Assert.NotEqual(Run(1), Run(2));

        IReadOnlyList<EpochRecord> Run(ulong seed) => Fit(Model(), data, options: new() { Epochs = 3, BatchSize = 10, Seed = seed }).Epochs;
    }

    [Fact]
    public void Early_stopping_puts_the_best_weights_back()
    {
        var (training, validation) = Points(60).WithRandomLabels(1).Split(30, 1);
        var model = Deep();
        var history = Fit(model, training, validation, new() { Epochs = 200, BatchSize = 10, Patience = 5 });

        var best = history.Epochs.MinBy(epoch => epoch.ValidationLoss)!;
        Assert.Equal(TrainingEnd.StoppedEarly, history.End);
        Assert.Equal(best.Epoch, history.KeptEpoch);
        Assert.Equal(best.Epoch + 5, history.Epochs.Count);
        var kept = Evaluation.Of(model, validation, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(best.ValidationLoss!.Value, kept.Loss, 1e-6);
    }

    [Fact]
    public void Patience_counts_no_epoch_that_is_better()
    {
        var data = Points(100);
        var history = Fit(Model(), data, data, new() { Epochs = 30, BatchSize = 100, Patience = 1, Optimizer = Sgd(0.01) });

        Assert.Equal(TrainingEnd.Completed, history.End);
    }

    [Fact]
    public void A_loss_that_is_no_number_ends_training_and_is_told_with_its_place()
    {
        var options = new TrainingOptions { Epochs = 5, BatchSize = 10, Optimizer = Sgd(1e30) };
        var history = Fit(Deep(), Points(50), options: options);

        Assert.Equal(TrainingEnd.Diverged, history.End);
        var place = $"epoch {history.Epochs.Count + 1}, step {history.Steps}, at learning rate 1E+30";
        Assert.Contains(place, history.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interrupt_ends_training_within_a_step_and_keeps_what_was_learnt()
    {
        using var source = new CancellationTokenSource();
        var model = Model();
        var before = model.parameters().First().clone().detach();
        var observer = new Observer { AfterStep = step => { if (step.Step == 7) source.Cancel(); } };

        var history = Fitting.Run(
            model, Points(100), options: new() { Epochs = 1000, BatchSize = 20, Observers = [observer] }, cancellation: source.Token);

        Assert.Equal(TrainingEnd.Cancelled, history.End);
        Assert.Equal(7, history.Steps);
        Assert.Single(history.Epochs);
        Assert.False(before.allclose(model.parameters().First(), 0, 0));
    }

    [Fact]
    public void Schedules_move_after_each_epoch_or_each_step()
    {
        var data = Points(40);
        Func<optim.Optimizer, optim.lr_scheduler.LRScheduler> halving = optimizer => optim.lr_scheduler.ExponentialLR(optimizer, 0.5);

        var byEpoch = Fit(Model(), data, options: new() { Epochs = 3, BatchSize = 20, Optimizer = Sgd(0.8), Schedule = halving });
        var eachStep = new TrainingOptions
        {
            Epochs = 2,
            BatchSize = 20,
            Optimizer = Sgd(0.8),
            Schedule = halving,
            ScheduleUnit = ScheduleUnit.Step,
        };
        var byStep = Fit(Model(), data, options: eachStep);

        Assert.Equal([0.8, 0.4, 0.2], byEpoch.Epochs.Select(epoch => epoch.LearningRate), Near);
        Assert.Equal([0.2, 0.05], byStep.Epochs.Select(epoch => epoch.LearningRate), Near);
    }

    [Fact]
    public void A_plateau_of_the_loss_lowers_the_rate()
    {
        var options = new TrainingOptions
        {
            Epochs = 6,
            Optimizer = Sgd(1),
            Loss = (outputs, _) => 0 * outputs.sum(),
            Schedule = optimizer => optim.lr_scheduler.ReduceLROnPlateau(optimizer, patience: 1),
        };

        var rates = Fit(Model(), Points(40), options: options).Epochs.Select(epoch => epoch.LearningRate);

        Assert.Equal([1, 1, 1, 0.1, 0.1, 0.01], rates, Near);
    }

    [Fact]
    public void Clipped_gradients_have_at_most_the_norm_that_was_asked_for()
    {
        var norms = new List<double>();
        var observer = new Observer { AfterGradients = step => norms.Add(Norm(step.Model)) };

        Fit(Deep(), Points(100), options: new() { Epochs = 2, BatchSize = 10, LargestGradientNorm = 0.1, Observers = [observer] });

        Assert.Equal(20, norms.Count);
        Assert.All(norms, norm => Assert.InRange(norm, 0, 0.1001));
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        var data = Points(10);

        Assert.Throws<ArgumentException>(() => Fit(Model(), data, options: new() { Epochs = 0 }));
        Assert.Throws<ArgumentException>(() => Fit(Model(), data, options: new() { BatchSize = 0 }));
        Assert.Throws<ArgumentException>(() => Fit(Model(), data, data, new() { Patience = 0 }));
        Assert.Throws<ArgumentException>(() => Fit(Model(), data, options: new() { Patience = 1 }));
        Assert.Throws<ArgumentException>(() => Fit(Model(), data, options: new() { LargestGradientNorm = double.NaN }));
    }

    [Fact]
    public void Evaluation_leaves_the_mode_and_equals_the_whole_set_at_once()
    {
        var data = Points(700);
        var model = Deep();
        model.train();

        var evaluation = Evaluation.Of(model, data, cancellation: TestContext.Current.CancellationToken);

        Assert.True(model.training);
        model.eval();
        var outputs = model.forward(data.Inputs);
        Assert.Equal(nn.functional.cross_entropy(outputs, data.Labels).item<float>(), evaluation.Loss, 1e-5);
        Assert.Equal(outputs.argmax(1).eq(data.Labels).to(float64).mean().item<double>(), evaluation.Accuracy, 1e-12);
    }

    private static TrainingHistory Fit(
        nn.Module<Tensor, Tensor> model, LabelledData training, LabelledData? validation = null, TrainingOptions? options = null) =>
        Fitting.Run(model, training, validation, options, TestContext.Current.CancellationToken);

    private static double Norm(nn.Module<Tensor, Tensor> model) =>
        Math.Sqrt(model.parameters().Sum(parameter => parameter.grad!.pow(2).sum().item<float>()));

    private static Func<IEnumerable<TorchSharp.Modules.Parameter>, optim.Optimizer> Sgd(double rate) =>
        parameters => optim.SGD(parameters, rate);

    // Two clouds that a line divides.
    private static LabelledData Points(int count)
    {
        var labels = arange(count).remainder(2);
        var inputs = randn([count, 2], generator: new Generator(7)) + 4 * labels.view(count, 1).to(float32);
        return new("clouds", inputs, labels, ["left", "right"]);
    }

    private static nn.Module<Tensor, Tensor> Model()
    {
        manual_seed(11);
        return nn.Linear(2, 2);
    }

    private static nn.Module<Tensor, Tensor> Deep()
    {
        manual_seed(11);
        return nn.Sequential(nn.Linear(2, 64), nn.ReLU(), nn.Dropout(0.1), nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 2));
    }

    private static bool Near(double expected, double actual) => Math.Abs(expected - actual) < 1e-12;

    private sealed class Observer : ITrainingObserver
    {
        public Action<TrainingStep>? AfterStep { get; init; }

        public Action<TrainingStep>? AfterGradients { get; init; }

        public void OnStep(TrainingStep step) => AfterStep?.Invoke(step);

        public void OnGradients(TrainingStep step) => AfterGradients?.Invoke(step);
    }
}
