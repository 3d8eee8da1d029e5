namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// Where a tensor lives. This engine has the CPU alone; naming another device throws when a tensor is to be put there.
    /// </summary>
    public class Device
    {
        /// <summary>Makes a device from its description, such as "cpu" or "cuda:0".</summary>
        /// <param name="description">The kind of device, optionally followed by a colon and an index.</param>
        /// <exception cref="ArgumentException">The description names no known kind of device.</exception>
        public Device(string description)
        {
            var parts = description.Split(':');
            type = ParseType(parts[0]);
            index = parts.Length > 1 ? int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture) : -1;
        }

        /// <summary>Makes a device from its kind and index.</summary>
        /// <param name="deviceType">The kind, such as "cpu".</param>
        /// <param name="index">Which one of several; -1 for the current one.</param>
        public Device(string deviceType, int index = -1)
            : this(ParseType(deviceType), index)
        {
        }

        /// <summary>Makes a device from its kind and index.</summary>
        /// <param name="deviceType">The kind.</param>
        /// <param name="index">Which one of several; -1 for the current one.</param>
        public Device(DeviceType deviceType, int index = -1) => (type, this.index) = (deviceType, index);

        /// <summary>Makes the CUDA device of that index, as TorchSharp does.</summary>
        /// <param name="index">Which one of several.</param>
        public Device(int index)
            : this(DeviceType.CUDA, index)
        {
        }

        /// <summary>The kind of device.</summary>
        public DeviceType type { get; }

        /// <summary>Which one of several devices of that kind; -1 for the current one.</summary>
        public int index { get; }

        /// <summary>Makes a device from its description.</summary>
        /// <param name="description">See <see cref="Device(string)"/>.</param>
        public static implicit operator Device(string description) => new(description);

        /// <summary>The description: "cpu", "cuda:0".</summary>
        /// <returns>The kind in lower case, and the index unless it is -1.</returns>
        public override string ToString() =>
            index < 0 ? type.ToString().ToLowerInvariant() : $"{type.ToString().ToLowerInvariant()}:{index}";

        private static DeviceType ParseType(string text) =>
            Enum.TryParse<DeviceType>(text, ignoreCase: true, out var type) && !int.TryParse(text, out _)
                ? type
                : throw new ArgumentException($"'{text}' is not a kind of device; this engine has 'cpu'.", nameof(text));
    }

    /// <summary>The CPU, the one device of this engine.</summary>
    public static readonly Device CPU = new(DeviceType.CPU);

    /// <summary>A name for NVIDIA's devices, none of which this engine has: putting a tensor there throws.</summary>
    public static Device CUDA { get; } = new(DeviceType.CUDA);

    /// <summary>A name for Apple's graphics processors, none of which this engine has: putting a tensor there throws.</summary>
    public static Device MPS { get; } = new(DeviceType.MPS);

    /// <summary>Names a device. Only the CPU can hold tensors here.</summary>
    /// <param name="description">Such as "cpu" or "cuda:0".</param>
    /// <returns>The device.</returns>
    public static Device device(string description) => new(description);

    /// <summary>Names a device. Only the CPU can hold tensors here.</summary>
    /// <param name="deviceType">The kind.</param>
    /// <param name="index">Which one of several; -1 for the current one.</param>
    /// <returns>The device.</returns>
    public static Device device(DeviceType deviceType, int index = -1) => new(deviceType, index);

    /// <summary>Names a device. Only the CPU can hold tensors here.</summary>
    /// <param name="deviceType">The kind, such as "cpu".</param>
    /// <param name="index">Which one of several; -1 for the current one.</param>
    /// <returns>The device.</returns>
    public static Device device(string deviceType, int index = -1) => new(deviceType, index);

    /// <summary>Names the CUDA device of that index, as in TorchSharp. Only the CPU can hold tensors here.</summary>
    /// <param name="index">Which one of several.</param>
    /// <returns>The device.</returns>
    public static Device device(int index) => new(index);
}
