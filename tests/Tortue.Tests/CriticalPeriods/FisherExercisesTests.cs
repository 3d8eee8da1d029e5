using TorchSharp;
using Tortue.CriticalPeriods;
using Tortue.Data;
using Tortue.Exercises;
using Xunit;
using static TorchSharp.torch;
using static Tortue.Exercises.Blanks;

namespace Tortue.Tests.CriticalPeriods;

[Collection(nameof(OneGenerator))]
public sealed class FisherExercisesTests
{
    [Fact]
    public void Starter_cells_are_not_attempted_yet()
    {
        double LogisticFisher(double[] w, double[,] x) => ____;
        double BatchFisher(double[,] g, int B) => ____;
        double NearDivergence(double[,] F, double[] delta) => ____;

        Assert.Equal(ExerciseState.NotAttempted, CriticalPeriodsExercises.LogisticFisher.Check(LogisticFisher).State);
        Assert.Equal(ExerciseState.NotAttempted, CriticalPeriodsExercises.BatchFisher.Check(BatchFisher).State);
        Assert.Equal(ExerciseState.NotAttempted, CriticalPeriodsExercises.NearDivergence.Check(NearDivergence).State);
    }

    [Fact]
    public void Automatic_differentiation_finds_the_trace_of_a_logistic_regression()
    {
        using var scope = NewDisposeScope();
        double[] w = [0.7, -1.2];
        double[,] x = { { 1, 0.5 }, { -2, 1 }, { 0.3, 1.5 } };

        // Two classes with the logits 0 and w·x. Both rows of weights are moved, and by symmetry each holds half of the trace.
        var model = nn.Linear(2, 2, hasBias: false).to(float64);
        using (no_grad())
            model.weight!.copy_(tensor(new double[,] { { 0, 0 }, { w[0], w[1] } }));
        var data = new LabelledData("points", tensor(x), zeros(3, dtype: int64), ["0", "1"]);
        var trace = FisherInformation.Of(
            model, data, new() { Labels = FisherLabels.EveryClass }, TestContext.Current.CancellationToken);

        Assert.Equal(trace.Total / 2, CriticalPeriodsExercises.LogisticFisher.Answer.Answer(w, x), 1e-12);
    }

    [Fact]
    public void The_factor_of_minibatches_is_that_of_a_simulation()
    {
        // Scores of a coin: (y − p) x with p = 0.3 and x = (1, 2), whose squares are on average p (1 − p) · 5.
        var random = new Random(1);
        const int Batches = 20_000, Size = 6;
        var g = new double[Batches, 2];
        for (int b = 0; b < Batches; b++)
        {
            double mean = Enumerable.Range(0, Size).Average(_ => (random.NextDouble() < 0.3 ? 1 : 0) - 0.3);
            (g[b, 0], g[b, 1]) = (mean, 2 * mean);
        }

        Assert.Equal(1.05, CriticalPeriodsExercises.BatchFisher.Answer.Answer(g, Size), 0.04);
    }

    [Fact]
    public void The_divergence_of_near_distributions_is_the_answer()
    {
        using var scope = NewDisposeScope();
        var logits = tensor(new[] { 0.2, -0.5, 1 });
        double[] delta = [1e-3, -2e-3, 5e-4];
        var p = logits.softmax(0).data<double>().ToArray();
        var fisher = new double[3, 3];
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < 3; j++)
                fisher[i, j] = ((i == j ? 1 : 0) - p[j]) * p[i];
        }

        double divergence = KlDivergence.Between(
            logits.log_softmax(0).unsqueeze(0), (logits + tensor(delta)).log_softmax(0).unsqueeze(0));

        Assert.Equal(divergence, CriticalPeriodsExercises.NearDivergence.Answer.Answer(fisher, delta), divergence * 2e-3);
    }
}
