using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tensors.Tests.Saving;

/// <summary>Tensors in LibTorch's zip archive, as <c>torch.save</c> of TorchSharp writes them.</summary>
public class TensorArchiveTests
{
    private static readonly Dictionary<string, Tensor> Tensors = new()
    {
        ["float32_2x3"] = arange(6, dtype: float32).reshape(2, 3),
        ["int64_2x3"] = arange(6).reshape(2, 3),
        ["uint8_2x3"] = arange(6).reshape(2, 3).to(uint8),
        ["bool_2x3"] = tensor(new[] { true, false, true, true, false, false }).reshape(2, 3),
        ["scalar"] = tensor(2.5f),
        ["empty_0x3"] = zeros(0, 3),
        ["requires_grad"] = tensor(new[] { 1f, 2f }, requires_grad: true),
        ["large_300"] = arange(300, dtype: float32),
    };

    public static TheoryData<string> Names => [.. Tensors.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void WhatTorchSharpSavedLoadsAndWhatIsSavedLoads(string name)
    {
        using var folder = new TemporaryFolder();
        var expected = Tensors[name];
        var loaded = load(folder.Put("theirs.pt", TorchSharpFiles.Bytes($"tensor_{name}.pt")));
        TensorFileTests.Same(expected, loaded);
        Assert.Equal(expected.requires_grad, loaded.requires_grad);

        save(expected, folder["ours.pt"]);
        loaded = Tensor.load(folder["ours.pt"]);
        TensorFileTests.Same(expected, loaded);
        Assert.Equal(expected.requires_grad, loaded.requires_grad);
    }

    [Fact]
    public void AViewIsSavedAsWhatItShows()
    {
        using var folder = new TemporaryFolder();
        var view = arange(12, dtype: float64).reshape(3, 4).T[1..3];
        view.save(folder["view.pt"]);
        TensorFileTests.Same(view, load(folder["view.pt"]));
        Assert.Equal(["view.pt"], folder.Names);
    }

    [Fact]
    public void OtherFilesAreRefusedInOneSentence()
    {
        Engine.OnlyOurs("says so in LibTorch's words");
        using var folder = new TemporaryFolder();
        var good = TorchSharpFiles.Bytes("tensor_float32_2x3.pt");
        Refused(folder.Put("plain.bin", TorchSharpFiles.Bytes("tensor_float32_2x3.bin")), "plain.bin", "Tensor.Load");
        Refused(folder.Put("cut.pt", good[..1000]), "cut.pt");
        Refused(folder.Put("empty.pt", []), "empty.pt");
        Refused(folder.Put("half.pt", TorchSharpFiles.Bytes("tensor_float16_2x3.pt")), "Float16");
        Assert.Throws<FileNotFoundException>(() => load(folder["nothing.pt"]));

        // Any byte of the pickle may be wrong: what loads is a tensor, and what does not is told.
        var pickle = good.AsSpan().IndexOf(new byte[] { 0x80, 2, (byte)'c' });
        for (var place = pickle; place < pickle + 178; place++)
        {
            byte[] broken = [.. good];
            broken[place] ^= 0x15;
            var file = folder.Put("broken.pt", broken);
            var error = Record.Exception(() => load(file));
            Assert.True(
                error is null or System.Runtime.InteropServices.ExternalException or NotSupportedException, $"byte {place}: {error}");
        }
    }

    private static void Refused(string file, params string[] told)
    {
        var error = Assert.ThrowsAny<Exception>(() => load(file));
        Assert.All(told, part => Assert.Contains(part, error.Message));
        Assert.DoesNotContain('\n', error.Message);
    }
}
