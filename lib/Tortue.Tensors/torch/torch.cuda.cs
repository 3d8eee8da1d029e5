namespace TorchSharp;

public static partial class torch
{
    /// <summary>What TorchSharp says of NVIDIA's devices.</summary>
    public static partial class cuda
    {
        /// <summary>Whether a CUDA device can be used: never in this engine.</summary>
        /// <returns>False.</returns>
        public static bool is_available() => false;

        /// <summary>Whether NVIDIA's library of convolutions can be used: never in this engine.</summary>
        /// <returns>False.</returns>
        public static bool is_cudnn_available() => false;

        /// <summary>The number of CUDA devices: none in this engine.</summary>
        /// <returns>Zero.</returns>
        public static int device_count() => 0;

        /// <summary>Seeds the current CUDA device's source of random numbers: of no effect where there is none, as here.</summary>
        /// <param name="seed">The seed.</param>
        public static void manual_seed(long seed)
        {
        }

        /// <summary>Seeds all CUDA devices' sources of random numbers: of no effect where there are none, as here.</summary>
        /// <param name="seed">The seed.</param>
        public static void manual_seed_all(long seed)
        {
        }

        /// <summary>Waits for a CUDA device: of no effect where there is none, as here.</summary>
        /// <param name="device">The device, or null.</param>
        public static void synchronize(Device? device = null)
        {
        }
    }

    /// <summary>Whether a CUDA device can be used: never in this engine.</summary>
    /// <returns>False.</returns>
    public static bool cuda_is_available() => false;

    /// <summary>Whether Apple's graphics processors can be used: never in this engine.</summary>
    /// <returns>False.</returns>
    public static bool mps_is_available() => false;
}
