using Tortue.Tensors;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>What can be done to any module, returning it with its own type.</summary>
public static class ModuleExtensionMethods
{
    /// <summary>
    /// Turns floating-point parameters and buffers into another type, in place; an optimiser made before still holds the former ones.
    /// </summary>
    /// <typeparam name="T">The module's type.</typeparam>
    /// <param name="module">The module.</param>
    /// <param name="type">A floating-point type.</param>
    /// <param name="non_blocking">Of no effect on the CPU.</param>
    /// <returns>The module.</returns>
    public static T to<T>(this T module, ScalarType type, bool non_blocking = false)
        where T : nn.Module
    {
        module.ConvertTo(type);
        return module;
    }

    /// <summary>Moves a module to a device: here always the CPU, where it is.</summary>
    /// <typeparam name="T">The module's type.</typeparam>
    /// <param name="module">The module.</param>
    /// <param name="device">The CPU.</param>
    /// <param name="non_blocking">Of no effect on the CPU.</param>
    /// <returns>The module.</returns>
    public static T to<T>(this T module, Device device, bool non_blocking = false)
        where T : nn.Module
    {
        Creation.CheckPlace(device);
        return module;
    }

    /// <summary>Moves a module to a device and turns it into another type.</summary>
    /// <typeparam name="T">The module's type.</typeparam>
    /// <param name="module">The module.</param>
    /// <param name="device">The CPU.</param>
    /// <param name="type">A floating-point type.</param>
    /// <param name="non_blocking">Of no effect on the CPU.</param>
    /// <returns>The module.</returns>
    public static T to<T>(this T module, Device device, ScalarType type, bool non_blocking = false)
        where T : nn.Module => module.to(device).to(type);

    /// <summary>Moves a module to a device: here always the CPU, where it is.</summary>
    /// <typeparam name="T">The module's type.</typeparam>
    /// <param name="module">The module.</param>
    /// <param name="device">"cpu".</param>
    /// <param name="non_blocking">Of no effect on the CPU.</param>
    /// <returns>The module.</returns>
    public static T to<T>(this T module, string device, bool non_blocking = false)
        where T : nn.Module => module.to(new Device(device));

    /// <summary>Moves a module to a device: here always the CPU, where it is.</summary>
    /// <typeparam name="T">The module's type.</typeparam>
    /// <param name="module">The module.</param>
    /// <param name="deviceType">The CPU.</param>
    /// <param name="deviceIndex">Which one of several.</param>
    /// <param name="non_blocking">Of no effect on the CPU.</param>
    /// <returns>The module.</returns>
    public static T to<T>(this T module, DeviceType deviceType, int deviceIndex = -1, bool non_blocking = false)
        where T : nn.Module => module.to(new Device(deviceType, deviceIndex));

    /// <summary>Moves a module to where a tensor is, here always the CPU, and turns it into the tensor's element type.</summary>
    /// <typeparam name="T">The module's type.</typeparam>
    /// <param name="module">The module.</param>
    /// <param name="other">The tensor, of a floating-point type.</param>
    /// <param name="non_blocking">Of no effect on the CPU.</param>
    /// <returns>The module.</returns>
    public static T to<T>(this T module, Tensor other, bool non_blocking = false)
        where T : nn.Module => module.to(other.device, other.dtype);

    /// <summary>Moves a module to a CUDA device, which this engine does not have.</summary>
    /// <typeparam name="T">The module's type.</typeparam>
    /// <param name="module">The module.</param>
    /// <param name="deviceIndex">Which one of several.</param>
    /// <param name="non_blocking">Of no effect.</param>
    /// <returns>Nothing: it throws.</returns>
    /// <exception cref="NotSupportedException">Always.</exception>
    public static T cuda<T>(this T module, int deviceIndex = -1, bool non_blocking = false)
        where T : nn.Module => module.to(DeviceType.CUDA, deviceIndex);

    /// <summary>Moves a module to the CPU, where it is.</summary>
    /// <typeparam name="T">The module's type.</typeparam>
    /// <param name="module">The module.</param>
    /// <param name="non_blocking">Of no effect on the CPU.</param>
    /// <returns>The module.</returns>
    public static T cpu<T>(this T module, bool non_blocking = false)
        where T : nn.Module => module;

    /// <summary>Turns a module into Float32.</summary>
    /// <typeparam name="T">The module's type.</typeparam>
    /// <param name="module">The module.</param>
    /// <param name="non_blocking">Of no effect on the CPU.</param>
    /// <returns>The module.</returns>
    public static T @float<T>(this T module, bool non_blocking = false)
        where T : nn.Module => module.to(ScalarType.Float32);

    /// <summary>Turns a module into Float64.</summary>
    /// <typeparam name="T">The module's type.</typeparam>
    /// <param name="module">The module.</param>
    /// <param name="non_blocking">Of no effect on the CPU.</param>
    /// <returns>The module.</returns>
    public static T @double<T>(this T module, bool non_blocking = false)
        where T : nn.Module => module.to(ScalarType.Float64);
}
