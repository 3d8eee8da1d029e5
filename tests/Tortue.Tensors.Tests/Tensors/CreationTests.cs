using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tensors.Tests.Tensors;

/// <summary>How tensors are made, and how their numbers come back.</summary>
public class CreationTests
{
    [Fact]
    public void ElementTypesAreTorchSharps()
    {
        Assert.Equal(float32, zeros(2).dtype);
        Assert.Equal(float32, tensor(1f).dtype);
        Assert.Equal(float64, tensor(1.0).dtype);
        Assert.Equal(int64, tensor(1L).dtype);
        Assert.Equal(int32, tensor(1).dtype);
        Assert.Equal(@bool, tensor(true).dtype);
        Assert.Equal(int64, arange(3).dtype);
        Assert.Equal(float32, arange(0, 1, 0.5).dtype);
        Assert.Equal(int64, full(2, 3).dtype);
        Assert.Equal(float32, full(2, 3.5).dtype);
        Assert.Equal(float32, tensor(new[] { 1.0 }, dtype: float32).dtype);
        Assert.Equal(float32, (tensor(new long[] { 1 }) / 2).dtype);
    }

    [Fact]
    public void ArraysOfAnyRank()
    {
        Assert.Equal([2, 3], tensor(new[,] { { 1f, 2, 3 }, { 4, 5, 6 } }).shape);
        Assert.Equal([1, 2, 1], from_array(new long[,,] { { { 1 }, { 2 } } }).shape);
        Assert.Equal([1, 2, 3, 4], tensor(new[] { 1f, 2, 3, 4 }, [2L, 2]).T.T.data<float>().ToArray());
        Assert.Equal([1.5, 2.5], tensor((IList<double>)[1.5, 2.5]).data<double>().ToArray());
        Assert.Equal(new[,] { { 1f, 3 }, { 2, 4 } }, tensor(new[,] { { 1f, 2 }, { 3, 4 } }).t().data<float>().ToNDArray());
        Tensor implied = new[] { 1f, 2f };
        Assert.Equal([2], implied.shape);
    }

    [Fact]
    public void TheArrayIsCopied()
    {
        var numbers = new[] { 1f, 2f };
        var x = tensor(numbers);
        numbers[0] = 9;
        Assert.Equal(1, x[0].item<float>());
        x.data<float>()[1] = 7;
        Assert.Equal(7, x[1].item<float>());
        Assert.Equal(2, numbers[1]);
    }

    [Fact]
    public void NumbersComeBack()
    {
        Assert.Equal(2.5f, tensor(2.5f).item<float>());
        Assert.Equal(2.5, tensor(2.5).ToDouble());
        Assert.Equal(3, (int)tensor(3L));
        Assert.Equal(3f, (float)ones(1, 1)[0, 0] * 3);
        Assert.True(tensor(true).ToBoolean());
        Assert.Equal(float64, tensor(1f).to(float64).dtype);
        Assert.Equal([1L, -1], tensor(new[] { 1.9, -1.9 }).@long().data<long>().ToArray());
        if (Engine.IsOurs) // Theirs prints the name of the type.
            Assert.Equal("4", tensor(4L).ToScalar().ToString());
    }

    [Fact]
    public void AnAccessorReadsAndWritesInPlaceOfAnyView()
    {
        var x = arange(6, dtype: float32).reshape(2, 3).t();
        var values = x.data<float>();
        Assert.Equal(6, values.Count);
        Assert.Equal([0f, 3, 1, 4, 2, 5], values);
        Assert.Equal(4, values[1, 1]);
        Assert.Equal(4, values[3]);
        values[2, 0] = 20;
        values.CopyFrom([10f], tensorIndex: 1);
        Assert.Equal([0f, 10, 1, 4, 20, 5], x.data<float>().ToArray());
        Assert.Throws<IndexOutOfRangeException>(() => values[3, 0]);
    }

    [Fact]
    public void Shapes()
    {
        var x = zeros(2, 3, 4);
        Assert.Equal((3L, 24L, 4L), (x.ndim, x.numel(), x.size(-1)));
        Assert.Equal([12, 4, 1], x.stride());
        Assert.False(x.transpose(0, 1).is_contiguous());
        Assert.Equal([2, 0], zeros(2, 0).shape);
        Assert.Equal(0, zeros(2, 0).sum().item<float>());
        Assert.Equal([0, 5], ones(0, 3).mm(ones(3, 5)).shape);
        Assert.Empty(zeros(0, 5).select(1, 3).data<float>());
        Assert.Equal(0, (arange(4)[3..][1..] + 1).sum().item<long>());
        Assert.Equal([0f, 0], ones(2, 0).mm(ones(0, 1)).reshape(-1).data<float>().ToArray());
    }

    [Fact]
    public void TheLikes()
    {
        var x = zeros(2, 3, dtype: float64);
        Assert.Equal(6, x.ones_like().sum().item<double>());
        Assert.Equal((float32, 3L), (rand_like(x, dtype: float32).dtype, x.full_like(3, dtype: int64)[0, 0].item<long>()));
        Assert.Equal([4], x.new_zeros([4]).shape);
    }
}
