using TorchSharp;
using Xunit;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using Sequential = TorchSharp.Modules.Sequential;

namespace Tortue.Tensors.Tests.Saving;

/// <summary>Modules in TorchSharp's format: read what it wrote, write the same, and change nothing when a file does not fit.</summary>
public class ModuleFileTests
{
    [Fact]
    public void AModuleThatTorchSharpSavedLoadsAndIsSavedTheSame()
    {
        var net = Net();
        var entries = new Dictionary<string, bool>();
        net.load(TorchSharpFiles.Reader("module.dat"), loadedParameters: entries);

        Assert.Equal(net.state_dict().Keys, entries.Keys);
        Assert.All(entries.Values, Assert.True);
        Assert.Equal([0.04032507538795471f, -0.3477921187877655f, 0.18384182453155518f, 0.1811612844467163f, -0.3085803687572479f,
            -0.0865316316485405f], net.get_parameter("lin.weight")!.data<float>().ToArray());
        Assert.Equal([0.9115425944328308f, 0.917253315448761f], net.get_buffer("bn.running_var")!.data<float>().ToArray());
        Assert.Equal(1, net.get_buffer("bn.num_batches_tracked")!.item<long>());
        Assert.Equal(TorchSharpFiles.Bytes("module.dat"), Saved(net));
        Assert.Equal(TorchSharpFiles.Bytes("module_skip_bn_weight.dat"), Saved(net, "bn.weight"));
    }

    [Fact]
    public void OtherModulesOfTorchSharpsLoad()
    {
        Sequential(Linear(3, 2), Tanh(), Linear(2, 1, false)).load(TorchSharpFiles.Reader("module_unnamed.dat"));
        var linear = Linear(2, 2).to(float64);
        linear.load(TorchSharpFiles.Reader("module_float64.dat"));
        Assert.Equal([-0.558722198009491, 0.019320368766784668], linear.bias!.data<double>().ToArray());
        Assert.Equal(TorchSharpFiles.Bytes("module_empty.dat"), Saved(Tanh()));
        Tanh().load(TorchSharpFiles.Reader("module_empty.dat"));
    }

    [Fact]
    public void AFileIsWrittenToTheSideAndLoadsInAnotherModule()
    {
        using var folder = new TemporaryFolder();
        var (one, other) = (Net(), Net());
        one.save(folder["net.dat"]);
        other.load(folder["net.dat"]);
        Assert.Equal(["net.dat"], folder.Names);
        foreach (var (name, tensor) in one.state_dict())
            TensorFileTests.Same(tensor, other.state_dict()[name]);
        Assert.True(other.get_parameter("lin.weight")!.requires_grad);

        Engine.OnlyOurs("saves a disposed module as one without entries");
        one.Dispose();
        Assert.ThrowsAny<InvalidOperationException>(() => one.save(folder["net.dat"]));
        Assert.Equal(["net.dat"], folder.Names);
        other.load(folder["net.dat"]);
    }

    [Fact]
    public void AFactoryMakesAModuleWithItsState()
    {
        using var folder = new TemporaryFolder();
        new Pair().save(folder["pair.dat"]);
        Assert.IsType<Pair>(Module.Create<Pair>(folder["pair.dat"]));
    }

    [Fact]
    public void NothingChangesWhenAFileDoesNotFit()
    {
        Engine.OnlyOurs("reads and copies until it finds a mistake, and says less");
        using var folder = new TemporaryFolder();
        var bytes = TorchSharpFiles.Bytes("module.dat");
        var file = folder.Put("module.dat", bytes);

        Refused(Net().to(float64), file, "entry 'lin.weight'", "module.dat", "expected Float64, but found Float32");
        Refused(Sequential(("lin", Linear(3, 2)), ("bn", BatchNorm1d(3))), file, "entry 'bn.weight'", "expected [3], but found [2]");
        Refused(Sequential(("lin", Linear(3, 2)), ("more", Linear(1, 1))), file, "missing are [more.weight, more.bias]",
            "unexpected are [bn.weight", "strict: false");
        for (var length = 0; length < bytes.Length; length++)
            Refused(Net(), folder.Put("cut.dat", bytes[..length]), "cut.dat", "end");
        Refused(Net(), folder.Put("zip.dat", [.. "PK\x3\x4"u8, .. bytes]), "zip.dat", "zip archive");
        Refused(Net(), folder.Put("text.dat", "Not a module at all, but some text."u8.ToArray()), "text.dat");
        Refused(Net(), folder.Put("twice.dat", [2, .. bytes[1..40], .. bytes[1..40]]), "entry 'lin.weight'", "second time");
    }

    [Fact]
    public void AModuleAndAFileMayShareSomeEntries()
    {
        var net = Sequential(("lin", Linear(3, 2)), ("more", Linear(1, 1)));
        var before = net.get_parameter("more.weight")!.clone();
        var entries = new Dictionary<string, bool>();
        net.load(TorchSharpFiles.Reader("module.dat"), strict: false, skip: ["lin.bias"], loadedParameters: entries);
        Assert.Equal((true, true, false), (entries["lin.weight"], entries["lin.bias"], entries["bn.weight"]));
        TensorFileTests.Same(before, net.get_parameter("more.weight")!);
        Assert.Equal(0.04032507538795471f, net.get_parameter("lin.weight")![0, 0].item<float>());
        Assert.NotEqual(-0.33822792768478394f, net.get_parameter("lin.bias")![0].item<float>());
    }

    private static Sequential Net() => Sequential(("lin", Linear(3, 2)), ("bn", BatchNorm1d(2)));

    private static byte[] Saved(Module module, params string[] skip)
    {
        var stream = new MemoryStream();
        module.save(stream, skip);
        return stream.ToArray();
    }

    private static void Refused(Module module, string file, params string[] told)
    {
        var before = Saved(module);
        var error = Assert.ThrowsAny<Exception>(() => module.load(file));
        Assert.True(error is ArgumentException or InvalidDataException or EndOfStreamException, error.ToString());
        Assert.All(told, part => Assert.Contains(part, error.Message));
        Assert.DoesNotContain('\n', error.Message);
        Assert.Equal(before, Saved(module));
    }

    private sealed class Pair : Module<Tensor, Tensor>
    {
        private readonly Module<Tensor, Tensor> _first = Linear(2, 2);
        private readonly Module<Tensor, Tensor> _second = Linear(2, 1);

        public Pair()
            : base(nameof(Pair)) => RegisterComponents();

        public override Tensor forward(Tensor input) => _second.call(_first.call(input));
    }
}
