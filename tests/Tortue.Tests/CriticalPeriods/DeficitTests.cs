using FsCheck;
using FsCheck.Fluent;
using TorchSharp;
using Tortue.CriticalPeriods;
using Tortue.Data;
using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tests.CriticalPeriods;

public sealed class DeficitTests
{
    private static readonly LabelledData Images = GeneratedImages.Make(new() { Count = 40 });

    [Fact]
    public void No_deficit_leaves_the_set_as_it_is() => Assert.Same(Images, Deficit.None.Apply(Images));

    [Fact]
    public void Two_flips_give_the_images_back_and_one_puts_the_first_row_last()
    {
        var once = Deficits.VerticalFlip(Images.Inputs);

        Assert.Equal(Numbers(Images.Inputs), Numbers(Deficits.VerticalFlip(once)));
        Assert.Equal(Numbers(Images.Inputs[3, 1, 0]), Numbers(once[3, 1, 15]));
        Assert.NotEqual(Numbers(Images.Inputs), Numbers(once));
    }

    [Fact]
    public void A_blur_keeps_the_mean_of_each_channel_of_each_image()
    {
        var blurred = Deficits.Blur(Images.Inputs);

        Assert.Equal(Images.Inputs.shape, blurred.shape);
        Assert.All(
            Numbers(Images.Inputs.mean([2, 3])).Zip(Numbers(blurred.mean([2, 3]))), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
        Assert.True(blurred.var().ToDouble() < Images.Inputs.var().ToDouble());
    }

    [Fact]
    public void A_blur_does_not_change_an_image_without_detail()
    {
        var plain = full([2, 3, 16, 16], 0.3f);
        Assert.All(Numbers(Deficits.Blur(plain)), value => Assert.Equal(0.3, value, 1e-6));
    }

    [Fact]
    public void A_blur_of_a_four_by_four_image_is_its_mean_and_of_a_checkerboard_grey()
    {
        var image = arange(16, dtype: ScalarType.Float32).view(1, 1, 4, 4);
        Assert.All(Numbers(Deficits.Blur(image)), value => Assert.Equal(7.5, value, 1e-5));

        // Each square of two by two pixels: what the smallest texture comes to.
        var board = (arange(16).view(16, 1) + arange(16).view(1, 16)).remainder(2).to(ScalarType.Float32).view(1, 1, 16, 16);
        Assert.All(Numbers(Deficits.Blur(board)), value => Assert.Equal(0.5, value, 1e-6));
    }

    [Fact]
    public void A_blur_of_two_halves_is_what_bilinear_interpolation_between_two_blocks_gives()
    {
        // Black on the left, white on the right: between the centres of the blocks, at 1.5 and 5.5, a straight line.
        var image = cat([zeros(1, 1, 4, 4), ones(1, 1, 4, 4)], 3);
        double[] row = [0, 0, 0.125, 0.375, 0.625, 0.875, 1, 1];

        Assert.All(Numbers(Deficits.Blur(image)[0, 0]).Chunk(8), each => Assert.Equal(row, each));
    }

    [Fact]
    public void Every_permutation_is_a_bijection_in_which_no_class_keeps_its_name()
    {
        var seeds = Prop.ForAll(ArbMap.Default.ArbFor<ulong>(), Gen.Choose(2, 12).ToArbitrary(), (seed, classes) =>
        {
            var names = Deficits.Permutation(classes, seed);
            return names.Order().SequenceEqual(Enumerable.Range(0, classes)) && !names.Where((name, c) => name == c).Any();
        });
        seeds.QuickCheckThrowOnFailure();
        Assert.Equal(Deficits.Permutation(10, 3), Deficits.Permutation(10, 3));
        Assert.NotEqual(Deficits.Permutation(10, 3), Deficits.Permutation(10, 4));
    }

    [Fact]
    public void Every_derangement_of_four_classes_comes_up_as_often()
    {
        // 4 classes have 9 of them; of 9,000 seeds each gets 1,000 ± 30 (standard deviation).
        var counts = Enumerable.Range(0, 9000)
            .CountBy(seed => string.Join(',', Deficits.Permutation(4, (ulong)seed)))
            .Select(entry => entry.Value)
            .ToArray();

        Assert.Equal(9, counts.Length);
        Assert.All(counts, count => Assert.InRange(count, 850, 1150));
    }

    [Fact]
    public void Permuted_labels_name_each_class_anew_and_leave_the_images()
    {
        var permuted = Deficit.LabelPermutation.Apply(Images, seed: 5);
        var names = Deficits.Permutation(10, 5);

        Assert.Same(Images.Inputs, permuted.Inputs);
        Assert.Equal(Images.Labels.data<long>().Select(label => (long)names[(int)label]), permuted.Labels.data<long>());
    }

    [Fact]
    public void Noise_has_the_mean_and_the_deviation_of_each_channel_and_nothing_else_of_the_images()
    {
        var many = GeneratedImages.Make(new() { Count = 500 });
        var noise = Deficit.Noise.Apply(many, seed: 2);
        var (was, now) = (Normalization.Of(many), Normalization.Of(noise));

        // 128,000 numbers a channel: a standard error of 0.0007 of deviation 0.25.
        Assert.All(was.Means.Zip(now.Means), pair => Assert.Equal(pair.First, pair.Second, 0.004));
        Assert.All(was.Deviations.Zip(now.Deviations), pair => Assert.Equal(pair.First, pair.Second, 0.004));
        var product = (many.Inputs - many.Inputs.mean()) * (noise.Inputs - noise.Inputs.mean());
        Assert.Equal(0, product.mean().ToDouble() / many.Inputs.var().ToDouble(), 0.01);
        Assert.Equal(Numbers(noise.Inputs), Numbers(Deficit.Noise.Apply(many, seed: 2).Inputs));
        Assert.NotEqual(Numbers(noise.Inputs[0]), Numbers(noise.Inputs[1]));
    }

    [Fact]
    public void Deficits_commute_with_normalisation()
    {
        var normalization = Normalization.Of(Images);
        foreach (var deficit in new[] { Deficit.Blur, Deficit.VerticalFlip })
        {
            var before = normalization.Apply(deficit.Apply(Images));
            var after = deficit.Apply(normalization.Apply(Images));
            Assert.All(Numbers(before.Inputs).Zip(Numbers(after.Inputs)), pair => Assert.Equal(pair.First, pair.Second, 1e-4));
        }
    }

    [Fact]
    public void What_has_no_rows_and_what_is_too_small_is_refused_in_one_sentence()
    {
        var flat = new LabelledData("points", zeros(4, 2), tensor(new long[] { 0, 1, 0, 1 }), ["a", "b"]);

        Assert.All(
            [Deficit.Blur, Deficit.VerticalFlip, Deficit.Noise],
            deficit => Assert.Contains(
                "4×2", Assert.Throws<ArgumentException>(() => deficit.Apply(flat)).Message, StringComparison.Ordinal));
        Assert.Throws<ArgumentException>(() => Deficits.Blur(zeros(1, 1, 3, 8)));
        Assert.Throws<ArgumentException>(() => Deficits.Permutation(1, 1));
        Assert.Throws<ArgumentException>(() => DeficitPictures.Figure(Images.First(9)));
    }

    [Fact]
    public void The_figure_shows_the_first_image_the_right_way_up()
    {
        var figure = DeficitPictures.Figure(Images);
        var panel = figure.Model.Panels[0].Traces.OfType<Tortue.Charts.HeatmapTrace>().Single();

        // Its upper left pixel is at the top of the panel, which is the last row of an axis that counts upwards.
        Assert.Equal(Images.Inputs[0, TensorIndex.Colon, 0, 0].mean().ToDouble(), panel.Z[panel.Z.GetLength(0) - 1, 0], 1e-6);
        Assert.Equal(4, figure.Model.Panels.Length);
        Assert.Equal(5 * 17 - 1, panel.Z.GetLength(0));
    }

    [Fact]
    public void Of_large_images_as_many_are_shown_as_there_are_cells_for_every_pixel()
    {
        var large = DeficitPictures.Figure(GeneratedImages.Make(new() { Count = 10, Side = 32 }));
        var cells = large.Model.Panels[1].Traces.OfType<Tortue.Charts.HeatmapTrace>().Single().Z;

        Assert.Equal((4 * 33 - 1, 2 * 33 - 1), (cells.GetLength(0), cells.GetLength(1)));
    }

    private static double[] Numbers(Tensor tensor) => tensor.to(float64).contiguous().data<double>().ToArray();
}
