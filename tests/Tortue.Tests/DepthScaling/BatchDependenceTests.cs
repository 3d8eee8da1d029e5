using Tortue.DepthScaling;
using Tortue.Experiments;
using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tests.DepthScaling;

public sealed class BatchDependenceTests
{
    private static readonly BatchDependenceOptions Small = new()
    {
        BatchSizes = [2, 8, 16],
        Examples = 3,
        Draws = 6,
        Networks = 4,
        Network = new() { Width = 8, Depth = 3, InputSize = 6 },
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Batches_side_by_side_are_batches_by_themselves()
    {
        using var scope = NewDisposeScope();
        const int Size = 5, Batches = 3;
        var shape = Small.Network;
        var network = new BatchNormNetwork(new(shape, 1, 0, 0));
        var chance = new Generator(3);
        var starts = randn(Size, Batches, shape.Width, dtype: float64, generator: chance);
        foreach (var variant in Enum.GetValues<BatchNormVariant>())
        {
            Tensor Output(Tensor start) => network.Output(network.Forward(start, variant, BatchNormNetwork.ByBatch, Cancellation).State);
            var together = Output(starts.reshape(Size, -1));
            var apart = cat([.. Enumerable.Range(0, Batches).Select(batch => Output(starts.select(1, batch)))], 1);

            Assert.Equal([Size, Batches], together.shape);
            Assert.InRange((together - apart).abs().max().item<double>(), 0, 1e-12);
        }
    }

    // Of batches by the thousand, all layers at once do not fit into memory.
    [Fact]
    public void A_pass_leaves_nothing_behind_but_its_end()
    {
        using var scope = NewDisposeScope();
        var network = new BatchNormNetwork(new(Small.Network, 1, 0, 0));
        var start = randn(4, Small.Network.Width, dtype: float64, generator: new Generator(3));
        foreach (var variant in Enum.GetValues<BatchNormVariant>())
        {
            var before = scope.DisposablesCount;
            var (state, last, branch) = network.Forward(start, variant, BatchNormNetwork.ByBatch, Cancellation);

            // Without the skip connection the state is the branch.
            Assert.Equal(before + (variant == BatchNormVariant.Chain ? 2 : 3), scope.DisposablesCount);
            Assert.All([state, last, branch], kept => Assert.True(kept.isfinite().all().item<bool>()));
        }
    }

    // The measured quantity is 0 where nothing is normalized by the batch.
    [Fact]
    public void Without_normalization_an_output_does_not_know_its_companions()
    {
        using var scope = NewDisposeScope();
        var network = new BatchNormNetwork(new(Small.Network, 1, 0, 0));
        var chance = new Generator(3);
        var start = randn(2, 4 * Small.Network.Width, dtype: float64, generator: chance);
        var own = start.narrow(1, 0, Small.Network.Width).repeat(1, 4).narrow(0, 0, 1);
        var batches = cat([own, start.narrow(0, 1, 1)], 0);
        Tensor First(BatchNormVariant variant) =>
            network.Output(network.Forward(batches, variant, BatchNormNetwork.ByBatch, Cancellation).State)[0];

        Assert.Equal(0, First(BatchNormVariant.Scaled).std().item<double>());
        Assert.True(First(BatchNormVariant.Branch).std().item<double>() > 0.01);
    }

    // An independent computation from its definition: one batch after the other, and running statistics by hand.
    [Fact]
    public void The_measure_is_what_it_says()
    {
        var options = Small with { BatchSizes = [8, 9], Network = Small.Network with { Depth = 1 } };
        var part = BatchDependence.Measure(options, 2, Cancellation)[0];
        Assert.Equal((BatchNormVariant.Branch, 8), (part.Variant, part.BatchSize));

        using var scope = NewDisposeScope();
        var network = new BatchNormNetwork(new(options.Network, options.Seed, 0, 2));
        Tensor States(int ensemble, int count)
        {
            var numbers = new float[count * 6];
            new NetworkWeights(options.Network, options.Seed, ensemble, 2).DrawInput(numbers);
            return network.Start(tensor(numbers, [count, 6]).to(float64));
        }

        // Unscaled forward gives the branch as it is before normalization.
        Tensor Branch(Tensor state) =>
            network.Forward(state, BatchNormVariant.Unscaled, BatchNormNetwork.ByBatch, Cancellation).LastBranch;
        var calibration = Branch(States(2, 8 * 18)).reshape(8, 18, 8);
        var (mean, variance) = (calibration.mean([0, 1]), calibration.var(0).mean([0]));
        double[] Inference(Tensor state) =>
            [.. network.Output(state + (Branch(state) - mean) / (variance + 1e-5).sqrt()).data<double>()];
        var deviation = Math.Sqrt(Variance(Inference(States(1, 512))));
        var (own, companions) = (States(0, 3), States(3, 7 * 18));
        var inference = Inference(own);
        var (withinExamples, squares) = (0.0, 0.0);
        for (var example = 0; example < 3; example++)
        {
            var outputs = Enumerable.Range(0, 6).Select(draw =>
            {
                var batch = example * 6 + draw;
                var others = Enumerable.Range(0, 7).Select(n => companions.narrow(0, n * 18 + batch, 1));
                var state = cat([own.narrow(0, example, 1), .. others], 0);
                var branch = Branch(state);
                var centred = branch - branch.mean([0]);
                return network.Output(state + centred / (centred.square().mean([0]) + 1e-5).sqrt())[0].item<double>();
            }).ToArray();
            withinExamples += Variance(outputs) / 3;
            squares += outputs.Average(output => Math.Pow(output - inference[example], 2)) / 3;
        }

        Assert.Equal(Math.Sqrt(withinExamples) / deviation, part.Companions, 1e-4);
        Assert.Equal(Math.Sqrt(squares) / deviation, part.Inference, 1e-4);
    }

    [Fact]
    public void The_result_does_not_depend_on_the_number_of_threads_and_survives_JSON()
    {
        var one = BatchDependence.Run(Small with { Threads = 1 }, cancellation: Cancellation);
        var three = BatchDependence.Run(Small with { Threads = 3 }, cancellation: Cancellation);
        Assert.Equal(one.Cells.Select(cell => cell.Companions), three.Cells.Select(cell => cell.Companions));
        Assert.Equal(one.Cells.Select(cell => cell.Inference), three.Cells.Select(cell => cell.Inference));

        var json = ExperimentJson.Write(one);
        var read = ExperimentJson.Read<BatchDependenceResult>(json);
        Assert.Equal(json, ExperimentJson.Write(read));
        Assert.Equal(one.Figure().ToJson(), read.Figure().ToJson());
    }

    [Theory]
    [InlineData(-0.5, -0.5, VerdictKind.Reproduced)]
    [InlineData(-0.42, -0.58, VerdictKind.Reproduced)]
    [InlineData(-0.5, -0.3, VerdictKind.PartlyReproduced)]
    [InlineData(-1, 0, VerdictKind.NotReproduced)]
    public void The_orders_decide(double companions, double inference, VerdictKind kind) =>
        Assert.Equal(kind, Made(companions, inference, 0.01).Verdict().Kind);

    // Near the expected order, and too uncertain to say so.
    [Fact]
    public void An_uncertain_order_is_not_reproduced() => Assert.Equal(VerdictKind.NotReproduced, Made(-0.5, -0.5, 0.2).Verdict().Kind);

    [Fact]
    public void Settings_out_of_range_are_refused_in_one_sentence()
    {
        AssertRefused(
            "The list of sizes N of the batch must be in ascending order, from 2 to 4096, with at least two of at least 8.",
            Small with { BatchSizes = [2, 4, 8] },
            Small with { BatchSizes = [8, 16, 8] },
            Small with { BatchSizes = [1, 8, 16] });
        AssertRefused(
            "The examples must be between 2 and 1000 and the draws of companions between 4 and 1000, not 1 and 6.", Small with { Examples = 1 });
        AssertRefused("The number of networks must be between 2 and 1000, not 1.", Small with { Networks = 1 });
        AssertRefused("The number of threads must be at least 1, not 0.", Small with { Threads = 0 });
    }

    private static void AssertRefused(string message, params BatchDependenceOptions[] options) => Assert.All(
        options, each => Assert.Equal(message, Assert.Throws<ArgumentException>(each.Validate).Message));

    private static double Variance(double[] values) =>
        values.Sum(value => Math.Pow(value - values.Average(), 2)) / (values.Length - 1);

    // Each network's curves are powers of N; the networks' orders lie about the given one, this far from it.
    private static BatchDependenceResult Made(double companions, double inference, double spread)
    {
        double[] Powers(int size, double order) =>
            [.. new[] { -spread, spread, -spread, spread }.Select(offset => Math.Pow(size, order + offset))];
        return new(
            Small,
            Synthetic.Run,
            [
                .. from variant in BatchDependence.Variants
                   from size in Small.BatchSizes
                   select new BatchDependenceCell(variant, size, Powers(size, companions), Powers(size, inference)),
            ]);
    }
}
