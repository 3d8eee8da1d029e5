using Tortue.Tensors;

namespace TorchSharp;

public static partial class torch
{
    private static Device defaultDevice = CPU;
    private static int interopThreads = 1;

    /// <summary>Makes a kind of device ready for use: nothing is to be done for the CPU.</summary>
    /// <param name="deviceType">The kind.</param>
    /// <exception cref="InvalidOperationException">It is not the CPU, the one device of this engine.</exception>
    public static void InitializeDeviceType(DeviceType deviceType)
    {
        if (!TryInitializeDeviceType(deviceType))
        {
            throw new InvalidOperationException($"Torch device type {deviceType} did not initialise on the current machine: this engine " +
                "has the CPU alone.");
        }
    }

    /// <summary>Makes a kind of device ready for use, if there is one.</summary>
    /// <param name="deviceType">The kind.</param>
    /// <returns>Whether it is the CPU, the one device of this engine.</returns>
    public static bool TryInitializeDeviceType(DeviceType deviceType) => deviceType == DeviceType.CPU;

    /// <summary>Makes a device ready for use.</summary>
    /// <param name="device">The device; the default one when null.</param>
    /// <returns>The device.</returns>
    /// <exception cref="InvalidOperationException">It is not the CPU, the one device of this engine.</exception>
    public static Device InitializeDevice(Device? device)
    {
        device ??= get_default_device();
        InitializeDeviceType(device.type);
        return device;
    }

    /// <summary>Where tensors are made when no device is asked for.</summary>
    /// <returns>The CPU.</returns>
    public static Device get_default_device() => defaultDevice;

    /// <summary>Sets where tensors are made when no device is asked for: here always the CPU.</summary>
    /// <param name="device">The CPU.</param>
    /// <exception cref="NotSupportedException">It is another device.</exception>
    public static void set_default_device(Device device)
    {
        ArgumentNullException.ThrowIfNull(device);
        Creation.CheckPlace(device);
        defaultDevice = device;
    }

    /// <inheritdoc cref="set_default_device(Device)"/>
    public static void set_default_device(string device) => set_default_device(new Device(device));

    /// <summary>How many threads PyTorch may use to run several operations at once; this engine runs one after the other.</summary>
    /// <returns>One unless <see cref="set_num_interop_threads"/> was called.</returns>
    public static int get_num_interop_threads() => interopThreads;

    /// <summary>
    /// Sets how many threads PyTorch may use to run several operations at once. It is remembered, and of no other effect in this engine;
    /// see <see cref="set_num_threads"/> for the threads inside an operation.
    /// </summary>
    /// <param name="num">At least one.</param>
    /// <exception cref="ArgumentOutOfRangeException">Less than one.</exception>
    public static void set_num_interop_threads(int num)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(num, 1);
        interopThreads = num;
    }
}
