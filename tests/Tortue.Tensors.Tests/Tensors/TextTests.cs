using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tensors.Tests.Tensors;

/// <summary>What people read.</summary>
public class TextTests
{
    private static readonly Tensor Small = tensor(new float[,] { { 0.5f, 1, 1.5f }, { 10, 2.25f, -3 } });

    [Fact]
    public void OneLineByDefault()
    {
        Engine.OnlyOurs("prints the metadata alone");
        Assert.Equal("[2x3], type = Float32, device = cpu: 0.5, 1, 1.5, 10, 2.25, -3", Small.ToString());
        Assert.Equal("[1000x1000], type = Float32, device = cpu: 1, 1, 1, 1, 1, 1, …", ones(1000, 1000).ToString());
        Assert.Equal("[], type = Int64, device = cpu: 7", tensor(7L).ToString());
        Assert.Equal("[0], type = Bool, device = cpu: ", zeros(0, dtype: @bool).ToString());
        Assert.Equal("[2], type = Bool, device = cpu: True, False", tensor(new[] { true, false }).T.ToString());
    }

    [Fact]
    public void MetadataAlone() => Assert.Equal("[2x3], type = Float32, device = cpu", Small.metastr());

    [Fact]
    public void ADisposedTensorSaysSo()
    {
        Engine.OnlyOurs("throws");
        var x = ones(3);
        x.Dispose();
        Assert.Equal("disposed tensor", x.ToString());
    }
}
