using FsCheck;
using FsCheck.Fluent;
using Tortue.Data;
using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tests.Data;

[Collection(nameof(OneGenerator))]
public sealed class LabelledDataTests
{
    [Fact]
    public void A_split_loses_nothing_and_keeps_the_classes_shares()
    {
        var cases = from count in Gen.Choose(2, 200)
                    from classes in Gen.Choose(1, 5)
                    from part in Gen.Choose(1, count - 1)
                    from seed in Gen.Choose(0, 99)
                    select (count, classes, part, seed);
        Prop.ForAll(cases.ToArbitrary(), sample =>
        {
            var data = Numbered(sample.count, sample.classes);
            var (first, second) = data.Split(sample.part, (ulong)sample.seed);
            var all = Values(first).Concat(Values(second)).Order();
            Assert.Equal(sample.part, second.Count);
            Assert.Equal(Enumerable.Range(0, sample.count).Select(i => (float)i), all);
            foreach (long label in Enumerable.Range(0, sample.classes))
            {
                double share = (double)sample.part / sample.count * Labels(data).Count(l => l == label);
                Assert.InRange(Labels(second).Count(l => l == label), share - 1, share + 1);
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_split_depends_on_the_seed_alone()
    {
        var data = Numbered(100, 4);

        Assert.Equal(Values(data.Split(30, 5).Second), Values(data.Split(30, 5).Second));
        Assert.NotEqual(Values(data.Split(30, 5).Second), Values(data.Split(30, 6).Second));
    }

    [Fact]
    public void An_epoch_of_minibatches_shows_every_example_once_with_its_label()
    {
        var data = Numbered(103, 4);
        var seen = new List<(float, long)>();
        var sizes = new List<int>();

        foreach (var batch in data.Minibatches(10, new Generator(3)))
        {
            sizes.Add(batch.Count);
            seen.AddRange(batch.Inputs.flatten().data<float>().ToArray().Zip(batch.Labels.data<long>().ToArray()));
            batch.Dispose();
        }

        Assert.Equal([.. Enumerable.Repeat(10, 10), 3], sizes);
        Assert.NotEqual(Values(data), seen.Select(pair => pair.Item1));
        Assert.Equal(Values(data).Zip(Labels(data)), seen.Order());
    }

    [Fact]
    public void Minibatches_without_a_generator_keep_the_order()
    {
        var first = Numbered(7, 2).Minibatches(4).First();

        Assert.Equal([0, 1, 2, 3], first.Inputs.flatten().data<float>().ToArray());
    }

    [Fact]
    public void Normalised_training_examples_have_mean_0_and_deviation_1_in_each_channel_and_the_test_part_uses_their_statistics()
    {
        manual_seed(1);
        var training = Images(3 + 2 * randn(50, 2, 4, 4));
        var test = Images(7 + randn(20, 2, 4, 4));

        var normalization = Normalization.Of(training);
        var (mean, deviation) = Statistics(normalization.Apply(training).Inputs);
        var shifted = normalization.Apply(test).Inputs.mean().item<float>();

        Assert.Equal(0, mean, 1e-5);
        Assert.Equal(1, deviation, 1e-5);
        Assert.InRange(shifted, 1.7, 2.3);
    }

    [Fact]
    public void A_constant_channel_becomes_0()
    {
        var constant = Images(full([5, 1, 2, 2], 4f));

        Assert.Equal(0, Normalization.Of(constant).Apply(constant).Inputs.abs().max().item<float>());
    }

    [Fact]
    public void Other_channels_counts_and_labels_are_refused()
    {
        var two = Images(zeros(4, 2, 3, 3));
        var one = Images(zeros(4, 1, 3, 3));

        var refusal = Assert.Throws<ArgumentException>(() => Normalization.Of(one).Apply(two));
        Assert.Contains("2 channels", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new LabelledData("x", zeros(3, 2), zeros([4], int64), ["a"]));
        Assert.Throws<ArgumentException>(() => new LabelledData("x", zeros(3, 2), ones([3], int64), ["a"]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Numbered(5, 1).Split(5, 1));
    }

    [Fact]
    public void Random_labels_keep_the_inputs_and_are_spread_evenly()
    {
        var data = Numbered(10_000, 10).WithRandomLabels(4);

        // Ten binomial counts with mean 1,000 and deviation 30: five deviations.
        Assert.All(Labels(data).GroupBy(label => label), members => Assert.InRange(members.Count(), 850, 1150));
        Assert.Equal(10, Labels(data).Distinct().Count());
    }

    private static LabelledData Numbered(int count, int classes) => new(
        "numbers",
        arange(count).to(float32).view(count, 1),
        arange(count).remainder(classes),
        [.. Enumerable.Range(0, classes).Select(c => $"{c}")]);

    private static LabelledData Images(Tensor inputs) => new("images", inputs, zeros([inputs.shape[0]], int64), ["one"]);

    private static float[] Values(LabelledData data) => data.Inputs.flatten().data<float>().ToArray();

    private static long[] Labels(LabelledData data) => data.Labels.data<long>().ToArray();

    private static (double Mean, double Deviation) Statistics(Tensor inputs)
    {
        var channel = inputs.select(1, 1).to(float64);
        return (channel.mean().item<double>(), channel.std(unbiased: false).item<double>());
    }
}
