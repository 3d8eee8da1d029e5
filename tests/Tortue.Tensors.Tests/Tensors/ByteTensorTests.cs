using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tensors.Tests.Tensors;

/// <summary>Bytes: pictures and raw data. Values are PyTorch's.</summary>
public class ByteTensorTests
{
    [Fact]
    public void BytesAreNumbersFrom0To255()
    {
        var x = tensor(new byte[] { 0, 1, 200, 255 });
        Assert.Equal(ScalarType.Byte, x.dtype);
        Assert.Equal([0, 2, 144, 254], (x * 2).data<byte>().ToArray());
        Assert.Equal([0, 2, 144, 254], (x + x).data<byte>().ToArray());
        Assert.Equal([0, 0.5f, 100, 127.5f], (x / 2).data<float>().ToArray());
        Assert.Equal([0, 1 / 255f, 200 / 255f, 1], (x.to(float32) / 255).data<float>().ToArray());
        Assert.Equal([false, false, true, true], (x > 1).data<bool>().ToArray());
        Assert.Equal((456, ScalarType.Int64), (x.sum().item<long>(), x.sum().dtype));
        Assert.Equal((255, 3L), ((int)x.max().item<byte>(), x.argmax().item<long>()));
        x.add_(1);
        Assert.Equal([1, 2, 201, 0], x.data<byte>().ToArray());
    }

    [Fact]
    public void NumbersBecomeBytesModulo256()
    {
        Assert.Equal([255, 0, 1, 3], tensor(new[] { -1L, 256, 257, 3 }).to(uint8).data<byte>().ToArray());
        Assert.Equal([2, 200], tensor(new[] { 2.9f, 200 }).to(uint8).data<byte>().ToArray());
        Assert.Equal([1, 0], tensor(new[] { true, false }).to(uint8).data<byte>().ToArray());
        Assert.Equal(ScalarType.Int32, (tensor(new byte[] { 1 }) + tensor(new[] { 1 })).dtype);
        Assert.Equal(ScalarType.Byte, (tensor(new byte[] { 1 }) + tensor(new[] { true })).dtype);
    }

    [Fact]
    public void TheyAreIndexedJoinedSavedAndWritten()
    {
        var x = tensor(new byte[] { 1, 2, 3, 4, 5, 6 }, [2, 3]);
        Assert.Equal([4, 5, 6, 1, 2, 3], x[tensor(new[] { 1L, 0 })].data<byte>().ToArray());
        Assert.Equal([1, 4, 2, 5, 3, 6], x.T.contiguous().data<byte>().ToArray());
        Assert.Equal([3, 6], x.gather(1, tensor(new[] { 2L, 2 }).reshape(2, 1)).data<byte>().ToArray());
        Assert.Equal([1, 0, 3, 0, 5, 0], where((x % 2).eq(1), x, zeros_like(x)).data<byte>().ToArray());
        Assert.Equal(12, cat([x, x]).numel());
        var stream = new MemoryStream();
        x.Save(stream);
        Assert.Equal([0, 2, 2, 3, 1, 2, 3, 4, 5, 6], stream.ToArray());
        Assert.Contains("Byte", x.ToString());
        Assert.Equal(x.data<byte>().ToArray(), from_array(new byte[,] { { 1, 2, 3 }, { 4, 5, 6 } }).data<byte>().ToArray());
    }
}
