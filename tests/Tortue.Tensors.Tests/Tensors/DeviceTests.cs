using TorchSharp;
using Xunit;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Tortue.Tensors.Tests.Tensors;

/// <summary>Code written for TorchSharp asks for devices; here it finds the CPU, and a clear word on the others.</summary>
public class DeviceTests
{
    [Fact]
    public void CodeThatChoosesADeviceFindsTheCpu()
    {
        Engine.OnlyOurs("may have other devices");
        var chosen = cuda.is_available() ? CUDA : mps_is_available() ? MPS : CPU;
        Assert.Equal(DeviceType.CPU, chosen.type);
        Assert.Equal(0, cuda.device_count());
        Assert.False(cuda_is_available() || cuda.is_cudnn_available());
        InitializeDeviceType(chosen.type);
        Assert.Same(chosen, InitializeDevice(chosen));
        Assert.True(TryInitializeDeviceType(DeviceType.CPU));
        Assert.False(TryInitializeDeviceType(DeviceType.CUDA));

        cuda.manual_seed(1);
        cuda.manual_seed_all(1);
        cuda.synchronize();
        var x = ones(2, 3, device: chosen);
        Assert.Same(x, x.to(chosen).cpu().to("cpu").to(DeviceType.CPU).to(x));
        Assert.Equal((DeviceType.CPU, "cpu"), (x.device_type, x.device.ToString()));
        var model = Linear(3, 1).to(chosen).to("cpu").to(DeviceType.CPU).cpu();
        Assert.Equal([2, 1], model.call(x).shape);
    }

    [Fact]
    public void DevicesHaveNames()
    {
        Assert.Equal("cpu", device("cpu").ToString());
        Assert.ThrowsAny<Exception>(() => device("gpu"));
        Engine.OnlyOurs("looks whether the device is there");
        Assert.Equal((DeviceType.CUDA, 1), (device("cuda:1").type, device("cuda:1").index));
        Assert.Equal((DeviceType.CUDA, 2), (device("cuda", 2).type, device("cuda", 2).index));
        Assert.Equal((DeviceType.CUDA, 3), (device(3).type, device(3).index));
        Assert.Equal(DeviceType.CPU, device(DeviceType.CPU).type);
    }

    [Fact]
    public void AnotherDeviceIsRefusedWithAWordOnWhatThereIs()
    {
        Engine.OnlyOurs("may have other devices");
        var x = ones(2);
        Action[] all =
        [
            () => ones(2, device: CUDA), () => x.to(CUDA), () => x.to("cuda:0"), () => x.to(DeviceType.CUDA), () => x.cuda(), () => x.mps(),
            () => Linear(1, 1).cuda(), () => Linear(1, 1).to(CUDA), () => Linear(1, 1, device: CUDA),
            () => set_default_device(CUDA), () => InitializeDeviceType(DeviceType.CUDA), () => rand(2, device: "cuda"),
        ];
        Assert.All(all, action =>
            Assert.Contains("has the CPU alone", Assert.ThrowsAny<Exception>(action).Message, StringComparison.Ordinal));
        Assert.Contains("Not a CUDA device", Assert.Throws<ArgumentException>(() => x.cuda(CPU)).Message);
    }

    [Fact]
    public void DefaultsAreKept()
    {
        set_default_device("cpu");
        Assert.Equal(DeviceType.CPU, get_default_device().type);
        Assert.Equal(float32, get_default_dtype());
        try
        {
            set_default_dtype(float64);
            Assert.Equal((float64, float64, int64), (zeros(1).dtype, rand(1).dtype, arange(3).dtype));
        }
        finally
        {
            set_default_dtype(float32);
        }

        Assert.Equal(float32, zeros(1).dtype);
        Assert.ThrowsAny<Exception>(() => set_default_dtype(int64));
    }

    [Fact]
    public void TheNumberOfThreadsIsKept()
    {
        var before = get_num_threads();
        try
        {
            set_num_threads(3);
            Assert.Equal(3, get_num_threads());
            if (Engine.IsOurs) // It ends their process.
                Assert.ThrowsAny<Exception>(() => set_num_threads(0));
            Assert.Equal(3, get_num_threads());
        }
        finally
        {
            set_num_threads(before);
        }

        Assert.InRange(get_num_interop_threads(), 1, 1024);
    }
}
