namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The tensor on a device: the CPU, where it is.</summary>
        /// <param name="deviceType">The CPU; others are not available here.</param>
        /// <param name="deviceIndex">Which one of several.</param>
        /// <param name="copy">Whether to copy nevertheless.</param>
        /// <param name="disposeAfter">Whether to dispose this tensor when the result is another one.</param>
        /// <param name="non_blocking">Has no effect here.</param>
        /// <returns>This tensor, or a copy.</returns>
        public Tensor to(
            DeviceType deviceType, int deviceIndex = -1, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(new Device(deviceType, deviceIndex), copy, disposeAfter, non_blocking);

        /// <summary>The tensor on a CUDA device, which this engine does not have.</summary>
        /// <param name="device">The device; the current one when null.</param>
        /// <param name="non_blocking">Has no effect here.</param>
        /// <returns>Nothing: it throws.</returns>
        /// <exception cref="ArgumentException">The device is of another kind.</exception>
        /// <exception cref="NotSupportedException">Always, otherwise.</exception>
        public Tensor cuda(Device? device = null, bool non_blocking = false)
        {
            if (device is not null && device.type != DeviceType.CUDA)
                throw new ArgumentException($"Not a CUDA device: '{device}'.", nameof(device));
            return to(device ?? CUDA);
        }

        /// <summary>The tensor on Apple's graphics processor, which this engine does not have.</summary>
        /// <param name="non_blocking">Has no effect here.</param>
        /// <returns>Nothing: it throws.</returns>
        /// <exception cref="NotSupportedException">Always.</exception>
        public Tensor mps(bool non_blocking = false) => to(MPS);
    }
}
