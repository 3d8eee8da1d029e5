using Tortue.Gradients;
using Xunit;

namespace Tortue.Tests.Gradients;

public sealed class TransposeSlipTests
{
    [Fact]
    public void The_right_order_agrees_with_automatic_differentiation_and_the_other_only_where_weights_are_symmetric()
    {
        var result = TransposeSlip.Compare();

        Assert.Equal([1, 2, 3, 4, 5, 6, 7], result.Square.Select(row => row.Layer));
        Assert.All(result.Square.Concat(result.Symmetric), row => Assert.InRange(row.Right, 0, 1e-13));
        Assert.All(result.Symmetric, row => Assert.InRange(row.Slide, 0, 1e-13));
        Assert.All(result.Square, row => Assert.InRange(row.Slide, 0.1, 100));
        Assert.Contains("size mismatch", result.ShapeError, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_seed_gives_the_same_figure_and_another_seed_another()
    {
        string first = TransposeSlip.Compare(networks: 3).Figure().ToJson();

        Assert.Equal(first, TransposeSlip.Compare(networks: 3).Figure().ToJson());
        Assert.NotEqual(first, TransposeSlip.Compare(networks: 3, seed: 2).Figure().ToJson());
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentException>(() => TransposeSlip.Compare(depth: 1));
        Assert.Throws<ArgumentException>(() => TransposeSlip.Compare(width: 1));
        Assert.Throws<ArgumentException>(() => TransposeSlip.Compare(networks: 0));
    }
}
