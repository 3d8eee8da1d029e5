using TorchSharp;
using TorchSharp.Modules;
using Xunit;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static TorchSharp.torch.optim;
using Linear = TorchSharp.Modules.Linear;

namespace Tortue.Tensors.Tests.Saving;

/// <summary>Optimisers in TorchSharp's format: read what TorchSharp wrote after two steps, and write the same after the same two.</summary>
public class OptimizerFileTests
{
    private const float Tolerance = 1e-6f;

    private static readonly Dictionary<string, Func<IEnumerable<Parameter>, OptimizerHelper>> Makers = new()
    {
        ["sgd_plain"] = p => SGD(p, 0.1),
        ["sgd_momentum"] = p => SGD(p, 0.1, 0.9, weight_decay: 0.01),
        ["sgd_momentum_unstepped"] = p => SGD(p, 0.1, 0.9),
        ["sgd_nesterov"] = p => SGD(p, 0.1, 0.9, nesterov: true),
        ["adam"] = p => Adam(p, 0.01),
        ["adam_unstepped"] = p => Adam(p, 0.01),
        ["adam_amsgrad"] = p => Adam(p, 0.01, amsgrad: true),
        ["adamw"] = p => AdamW(p, 0.01),
        ["rmsprop"] = p => RMSProp(p, 0.01),
        ["rmsprop_momentum_centered"] = p => RMSProp(p, 0.01, momentum: 0.9, centered: true),
    };

    public static TheoryData<string> Files => [.. Makers.Keys];

    [Theory]
    [MemberData(nameof(Files))]
    public void WhatTorchSharpSavedLoadsAndIsWhatTheSameStepsGive(string name)
    {
        var linear = Layer();
        var optimizer = Makers[name](linear.parameters());
        var mine = Makers[name](linear.parameters());
        if (!name.EndsWith("unstepped", StringComparison.Ordinal))
            Steps(linear, mine, 2);

        optimizer.load_state_dict(TorchSharpFiles.Reader(name + ".opt"));

        // RMSProp in TorchSharp keeps buffers from the start that this engine makes when they are needed.
        if (!name.StartsWith("rmsprop", StringComparison.Ordinal))
        {
            Assert.All(
                optimizer.state_dict().State.Zip(mine.state_dict().State),
                pair => Assert.True(pair.First.ApproximatelyEquals(pair.Second)));
        }

        Assert.Equal(TorchSharpFiles.Bytes(name + ".opt"), Saved(optimizer));
        Assert.Equal(TorchSharpFiles.Bytes(name + ".opt").Length, Saved(mine).Length);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void TrainingGoesOnWhereItWasSaved(string name)
    {
        using var folder = new TemporaryFolder();
        var (one, other) = (Layer(), Layer());
        var (first, second) = (Makers[name](one.parameters()), Makers[name](other.parameters()));
        Steps(one, first, 3);
        one.save(folder["layer.dat"]);
        first.save_state_dict(folder["optimizer.dat"]);
        Steps(one, first, 3);

        Steps(other, second, 1);
        other.load(folder["layer.dat"]);
        second.load_state_dict(folder["optimizer.dat"]);
        Steps(other, second, 3);
        TensorFileTests.Same(one.weight!, other.weight!);
        TensorFileTests.Same(one.bias!, other.bias!);
    }

    [Fact]
    public void NothingChangesWhenAFileDoesNotFit()
    {
        Engine.OnlyOurs("reads and copies until it finds a mistake, and says less");
        var layer = Layer();
        Refused(SGD(layer.parameters(), 0.1), TorchSharpFiles.Bytes("adam.opt"), "expected 'SGD', but found 'Adam'");
        Refused(Adam([layer.weight!]), TorchSharpFiles.Bytes("adam.opt"), "expected 1 parameters, but found 2");
        Refused(Adam(Linear(3, 1).parameters()), TorchSharpFiles.Bytes("adam.opt"), "exp_avg", "expected [1, 3], but found [1, 2]");
        Refused(Adam(Linear(2, 1).to(float64).parameters()), TorchSharpFiles.Bytes("adam.opt"), "expected Float64");
        var bytes = TorchSharpFiles.Bytes("adam.opt");
        for (var length = 0; length < bytes.Length; length++)
        {
            var optimizer = Adam(layer.parameters(), 0.3);
            Steps(layer, optimizer, 1);
            Refused(optimizer, bytes[..length], "end");
        }
    }

    [Fact]
    public void ALoadedOptimizerHasTheSavedRates()
    {
        var layer = Layer();
        var optimizer = SGD(layer.parameters(), 0.7);
        optimizer.load_state_dict(TorchSharpFiles.Reader("sgd_nesterov.opt"));
        var options = (SGD.Options)optimizer.state_dict().Options[0];
        Assert.Equal((0.1, 0.9, true), (options.LearningRate, options.momentum, options.nesterov));
        Assert.Equal(0.1, optimizer.ParamGroups.Single().LearningRate, Tolerance);
    }

    private static void Refused(OptimizerHelper optimizer, byte[] bytes, params string[] told)
    {
        var before = Saved(optimizer);
        using var reader = new BinaryReader(new MemoryStream(bytes));
        var error = Assert.ThrowsAny<Exception>(() => optimizer.load_state_dict(reader));
        Assert.True(error is ArgumentException or InvalidDataException or EndOfStreamException, error.ToString());
        Assert.All(told, part => Assert.Contains(part, error.Message));
        Assert.Equal(before, Saved(optimizer));
    }

    private static byte[] Saved(OptimizerHelper optimizer)
    {
        var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream))
            optimizer.save_state_dict(writer);
        return stream.ToArray();
    }

    private static Linear Layer()
    {
        var layer = Linear(2, 1);
        using var ungraded = no_grad();
        layer.weight!.copy_(tensor(new[] { 0.5f, -0.25f }).reshape(1, 2));
        layer.bias!.copy_(tensor(new[] { 0.125f }));
        return layer;
    }

    private static void Steps(Linear layer, OptimizerHelper optimizer, int count)
    {
        var x = tensor(new[] { 1f, 2f }).reshape(1, 2);
        for (var i = 0; i < count; i++)
        {
            optimizer.zero_grad();
            layer.call(x).pow(2).sum().backward();
            optimizer.step();
        }
    }
}
