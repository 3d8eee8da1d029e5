using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tensors.Tests.Saving;

/// <summary>Tensors in TorchSharp's format, byte for byte.</summary>
public class TensorFileTests
{
    public static TheoryData<string, ScalarType> Types => new()
    {
        { "float32", float32 }, { "float64", float64 }, { "int32", int32 }, { "int64", int64 },
    };

    [Theory]
    [MemberData(nameof(Types))]
    public void ATensorIsWrittenAndReadAsTorchSharpDoes(string name, ScalarType type)
    {
        var theirs = TorchSharpFiles.Bytes($"tensor_{name}_2x3.bin");
        var values = arange(6, dtype: type).reshape(2, 3);
        Assert.Equal(theirs, Written(values));
        Same(values, Tensor.Load(new MemoryStream(theirs)));
    }

    [Fact]
    public void TruthValuesScalarsAndEmptyTensorsToo()
    {
        foreach (var (name, tensor) in new[]
        {
            ("bool_2x3", tensor(new[] { true, false, true, true, false, false }).reshape(2, 3)),
            ("scalar", tensor(2.5f)), ("empty_0x3", zeros(0, 3)), ("large_300", arange(300, dtype: float32)),
        })
        {
            var theirs = TorchSharpFiles.Bytes($"tensor_{name}.bin");
            Assert.Equal(theirs, Written(tensor));
            Same(tensor, Tensor.Load(new MemoryStream(theirs)));
        }
    }

    [Fact]
    public void SeveralTensorsFollowOneAnother()
    {
        using var reader = TorchSharpFiles.Reader("tensors_two_in_one_stream.bin");
        Same(arange(3, dtype: float32), Tensor.Load(reader));
        Same(arange(4), TensorExtensionMethods.Load(reader));
        Assert.Equal(reader.BaseStream.Length, reader.BaseStream.Position);
    }

    [Fact]
    public void AViewIsWrittenInRowMajorOrder()
    {
        Engine.OnlyOurs("refuses tensors that are not contiguous");
        var view = arange(6, dtype: float32).reshape(3, 2).T;
        Same(view, Tensor.Load(new MemoryStream(Written(view))));
    }

    [Fact]
    public void AFileIsReplacedAsAWhole()
    {
        using var folder = new TemporaryFolder();
        ones(3).Save(folder["t.bin"]);
        zeros(2).Save(folder["t.bin"]);
        Assert.Equal(["t.bin"], folder.Names);
        Same(zeros(2), Tensor.Load(folder["t.bin"]));
        Assert.Contains("nothing.bin", Assert.Throws<FileNotFoundException>(() => Tensor.Load(folder["nothing.bin"])).Message);
    }

    [Fact]
    public void LoadingIntoATensorChecksFirst()
    {
        Engine.OnlyOurs("says less, and reads a file that ends too soon");
        var target = ones(2, 3);
        var mismatch = Assert.ThrowsAny<ArgumentException>(() => target.Load(TorchSharpFiles.Reader("tensor_int64_2x3.bin")));
        Assert.Contains("expected Float32, but found Int64", mismatch.Message);
        mismatch = Assert.ThrowsAny<ArgumentException>(() => zeros(3, 3).Load(TorchSharpFiles.Reader("tensor_float32_2x3.bin")));
        Assert.Contains("expected [3, 3], but found [2, 3]", mismatch.Message);
        using var truncated = new BinaryReader(new MemoryStream(TorchSharpFiles.Bytes("tensor_float32_2x3.bin")[..^1]));
        Assert.Throws<EndOfStreamException>(() => target.Load(truncated));
        Same(ones(2, 3), target);

        target.Load(TorchSharpFiles.Reader("tensor_float32_2x3.bin"), skip: true);
        Same(ones(2, 3), target);
        target.Load(TorchSharpFiles.Reader("tensor_float32_2x3.bin"));
        Same(arange(6, dtype: float32).reshape(2, 3), target);
        Tensor? made = null;
        TensorExtensionMethods.Load(ref made, TorchSharpFiles.Reader("tensor_float32_2x3.bin"), skip: true);
        Same(zeros(2, 3), made!);
    }

    [Theory]
    [InlineData(new byte[] { 99, 0 }, "number of an element type")]
    [InlineData(new byte[] { 6, 200, 1 }, "dimensions")]
    [InlineData(new byte[] { 6, 2, 255, 255, 255, 255, 255, 255, 255, 127, 255, 255, 255, 255, 127 }, "more elements")]
    [InlineData(new byte[] { 6, 1, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1 }, "more than 9 bytes")]
    [InlineData(new byte[] { 6, 1, 3, 0, 0 }, "data end")]
    [InlineData(new byte[] { 6 }, "data end")]
    public void NonsenseIsTold(byte[] bytes, string what)
    {
        Engine.OnlyOurs("ends the process");
        foreach (var stream in new MemoryStream[] { new(bytes), new Unseekable(bytes) })
        {
            var error = Assert.ThrowsAny<Exception>(() => Tensor.Load(stream));
            Assert.True(error is InvalidDataException or EndOfStreamException, error.ToString());
            Assert.Contains(what, error.Message);
        }
    }

    [Fact]
    public void AnElementTypeThatThisEngineLacksIsNamed()
    {
        Engine.OnlyOurs("has it");
        Assert.Contains("Float16",
            Assert.ThrowsAny<NotSupportedException>(() => Tensor.Load(TorchSharpFiles.Reader("tensor_float16_2x3.bin"))).Message);
    }

    [Fact]
    public void BytesAreTheElementsInMemory()
    {
        var x = tensor(new[] { 1f, 2f });
        Assert.Equal([0, 0, 0x80, 0x3f, 0, 0, 0, 0x40], x.bytes.ToArray());
        x.bytes = new byte[8];
        Same(zeros(2), x);
        using var stream = new MemoryStream();
        ones(2).WriteBytesToStream(stream);
        stream.Position = 0;
        x.ReadBytesFromStream(stream);
        Same(ones(2), x);
        Assert.Throws<InvalidOperationException>(() => ones(2, 3).T.WriteBytesToStream(stream));
    }

    internal static void Same(Tensor expected, Tensor actual)
    {
        Assert.Equal((expected.dtype, string.Join('x', expected.shape)), (actual.dtype, string.Join('x', actual.shape)));
        Assert.True(expected.eq(actual).all().item<bool>());
    }

    private static byte[] Written(Tensor tensor)
    {
        var stream = new MemoryStream();
        tensor.Save(stream);
        return stream.ToArray();
    }

    /// <summary>A stream whose length nobody knows before its end.</summary>
    private sealed class Unseekable(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
