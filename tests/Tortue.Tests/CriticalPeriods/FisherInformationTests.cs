using TorchSharp;
using TorchSharp.Modules;
using Tortue.CriticalPeriods;
using Tortue.Data;
using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tests.CriticalPeriods;

[Collection(nameof(OneGenerator))]
public sealed class FisherInformationTests
{
    private const int Classes = 4;
    private static readonly FisherOptions Exact = new() { Labels = FisherLabels.EveryClass };

    [Fact]
    public void Over_every_class_it_is_the_formula_of_softmax_regression()
    {
        using var scope = NewDisposeScope();
        var (model, data) = Regression(60);

        Assert.Equal(Formula(model, data), Estimate(model, data, Exact).Total, Formula(model, data) * 1e-5);
    }

    [Theory]
    [InlineData(1, 6000)]
    [InlineData(20, 3000)]
    public void Drawn_labels_come_within_five_per_cent_of_the_formula_and_within_their_standard_error(int batchSize, int minibatches)
    {
        using var scope = NewDisposeScope();
        var (model, data) = Regression(60);
        double exact = Formula(model, data);

        var estimate = Estimate(model, data, new() { BatchSize = batchSize, Minibatches = minibatches });

        Assert.Equal(minibatches, estimate.Minibatches);
        Assert.InRange(estimate.Total, 0.95 * exact, 1.05 * exact);
        Assert.InRange(estimate.StandardError, 0.002 * exact, 0.03 * exact);
        Assert.InRange(Math.Abs(estimate.Total - exact), 0, 3.5 * estimate.StandardError);
    }

    [Fact]
    public void Short_estimates_are_right_on_average_and_their_standard_errors_are_their_spread()
    {
        using var scope = NewDisposeScope();
        var (model, data) = Regression(60);
        double exact = Formula(model, data);

        var estimates = Enumerable.Range(1, 300)
            .Select(seed => Estimate(model, data, new() { BatchSize = 5, Minibatches = 10, Seed = (ulong)seed }))
            .ToArray();

        double mean = estimates.Average(each => each.Total);
        double spread = Math.Sqrt(estimates.Sum(each => Math.Pow(each.Total - mean, 2)) / (estimates.Length - 1));
        Assert.InRange(mean, exact - (3.5 * spread / Math.Sqrt(300)), exact + (3.5 * spread / Math.Sqrt(300)));
        Assert.InRange(estimates.Average(each => each.StandardError) / spread, 0.8, 1.2);
    }

    [Fact]
    public void Layers_of_a_network_have_the_traces_of_automatic_differentiation_class_by_class()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        var model = nn.Sequential(nn.Linear(3, 5), nn.Tanh(), nn.Linear(5, Classes));
        var data = Data(12);
        var byHand = new double[2];
        for (int n = 0; n < data.Count; n++)
        {
            var probabilities = model.forward(data.Inputs[n].unsqueeze(0)).softmax(1)[0].data<float>().ToArray();
            for (long y = 0; y < Classes; y++)
            {
                model.zero_grad();
                nn.functional.cross_entropy(model.forward(data.Inputs[n].unsqueeze(0)), tensor([y])).backward();
                foreach (var (i, parameter) in model.parameters().Index())
                    byHand[i / 2] += probabilities[y] * parameter.grad!.square().sum().ToDouble() / data.Count;
            }
        }

        var exact = Estimate(model, data, Exact);
        var drawn = Estimate(model, data, new() { BatchSize = 6, Minibatches = 4000 });

        Assert.Equal(["0", "2"], exact.Layers.Select(layer => layer.Name));
        Assert.Equal([20, 24], exact.Layers.Select(layer => layer.Parameters));
        for (int l = 0; l < 2; l++)
        {
            Assert.Equal(byHand[l], exact.Layers[l].Trace, byHand[l] * 1e-4);
            Assert.InRange(Math.Abs(drawn.Layers[l].Trace - byHand[l]), 0, 3.5 * drawn.Layers[l].StandardError);
            Assert.InRange(drawn.Layers[l].Trace, 0.95 * byHand[l], 1.05 * byHand[l]);
        }

        Assert.Equal(byHand.Sum(), exact.Total, byHand.Sum() * 1e-4);
        Assert.Equal(exact.Total / 44, exact.PerParameter, 1e-12);
    }

    [Fact]
    public void A_model_is_left_as_it_was()
    {
        using var scope = NewDisposeScope();
        var (model, data) = WithBatchNorm();
        model.train();
        model.forward(data.Inputs);
        var before = State(model);

        Estimate(model, data, new() { BatchSize = 4 });

        Assert.Equal(before, State(model));
        Assert.True(model.training);
        Assert.All(model.parameters(), parameter => Assert.Null(parameter.grad));

        model.eval();
        using (no_grad())
            Estimate(model, data, new() { BatchSize = 4 });
        Assert.False(model.training);
    }

    [Fact]
    public void With_frozen_statistics_an_example_s_share_does_not_depend_on_its_minibatch()
    {
        using var scope = NewDisposeScope();
        var (model, data) = WithBatchNorm();
        model.train();
        model.forward(data.Inputs);

        var alone = Estimate(model, data, Exact);
        var together = Estimate(model, data, new() { BatchSize = 8, Minibatches = 2000 });

        Assert.InRange(together.Total / alone.Total, 0.95, 1.05);
        Assert.Equal([true, false, true], together.Layers.Select(layer => layer.HasWeights));
    }

    [Fact]
    public void Longer_weights_before_a_batch_norm_have_a_smaller_trace_and_the_same_relative_trace()
    {
        using var scope = NewDisposeScope();
        var (model, data) = WithBatchNorm();
        void Settle()
        {
            model.train();
            for (int i = 0; i < 200; i++)
                model.forward(data.Inputs);
        }

        Settle();
        var before = Estimate(model, data, Exact);
        using (no_grad())
        {
            foreach (var parameter in ((Linear)model[0]).parameters())
                parameter.mul_(3);
        }

        Settle();
        var after = Estimate(model, data, Exact);

        Assert.Equal(before.Layers[0].Trace / 9, after.Layers[0].Trace, before.Layers[0].Trace * 1e-3);
        Assert.Equal(before.Relative, after.Relative, before.Relative * 1e-3);
    }

    [Fact]
    public void Labels_of_the_data_set_make_another_quantity()
    {
        using var scope = NewDisposeScope();
        var (model, data) = Regression(60);
        var answers = model.forward(data.Inputs).argmax(1);
        var wrong = data.WithLabels((answers + 1) % Classes);

        double fisher = Estimate(model, data, Exact).Total;
        double empirical(LabelledData labelled) =>
            Estimate(model, labelled, new() { Labels = FisherLabels.DataSet }).Total;

        Assert.True(empirical(data.WithLabels(answers)) < 0.8 * fisher);
        Assert.True(empirical(wrong) > 1.5 * fisher);
    }

    [Fact]
    public void Labels_are_drawn_with_the_model_s_probabilities()
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(5);
        var logits = tensor(new[] { 0.5f, -1, 2, 0 }).expand(20_000, Classes);
        var expected = logits[0].softmax(0).data<float>().ToArray();

        long[] drawn = [.. FisherInformation.DrawLabels(logits, random).data<long>()];

        for (int y = 0; y < Classes; y++)
        {
            double share = drawn.Count(label => label == y) / 20_000.0;
            Assert.InRange(share, expected[y] - 0.012, expected[y] + 0.012);
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits_and_another_seed_others()
    {
        using var scope = NewDisposeScope();
        var (model, data) = Regression(20);
        double Total(ulong seed) => Estimate(model, data, new() { BatchSize = 5, Seed = seed }).Total;

        Assert.Equal(Total(1), Total(1));
        Assert.NotEqual(Total(1), Total(2));
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        using var scope = NewDisposeScope();
        var (model, data) = Regression(10);
        FisherOptions[] wrong =
        [
            new() { BatchSize = 0 }, new() { BatchSize = 11 }, new() { BatchSize = 10 }, new() { Minibatches = 1 },
            new() { Labels = FisherLabels.DataSet, BatchSize = 2 }, new() { Labels = FisherLabels.EveryClass, BatchSize = 2 },
        ];
        Assert.All(wrong, options => Assert.Throws<ArgumentException>(() => Estimate(model, data, options)));
    }

    private static FisherTrace Estimate(nn.Module<Tensor, Tensor> model, LabelledData data, FisherOptions options) =>
        FisherInformation.Of(model, data, options, TestContext.Current.CancellationToken);

    // F of one x is (diag p − p pᵀ) ⊗ x xᵀ with a 1 at the end of x for the bias.
    private static double Formula(Linear model, LabelledData data)
    {
        using var scope = NewDisposeScope();
        var p = model.forward(data.Inputs).softmax(1).to(float64);
        var lengths = data.Inputs.to(float64).square().sum(1) + 1;
        return ((p * (1 - p)).sum(1) * lengths).mean().ToDouble();
    }

    private static (Linear Model, LabelledData Data) Regression(int count)
    {
        manual_seed(7);
        return (nn.Linear(3, Classes), Data(count));
    }

    private static (Sequential Model, LabelledData Data) WithBatchNorm()
    {
        manual_seed(11);
        return (nn.Sequential(nn.Linear(3, 6), nn.BatchNorm1d(6), nn.ReLU(), nn.Linear(6, Classes)), Data(40));
    }

    private static LabelledData Data(int count)
    {
        using var random = new Generator(13);
        return new("points", randn(count, 3, generator: random) * 1.5, arange(count) % Classes, ["a", "b", "c", "d"]);
    }

    private static string State(nn.Module model) =>
        string.Join(
        ';', model.state_dict().Select(entry => entry.Key + string.Join(',', entry.Value.to(float64).data<double>().ToArray())));
}
