using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Instance normalisation of sequences.</summary>
    public sealed class InstanceNorm1d : InstanceNorm
    {
        internal InstanceNorm1d(
            long num_features, double eps, double momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype)
            : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, nameof(InstanceNorm1d))
        {
        }

        private protected override int Rank => 3;
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>
            /// Instance normalisation of sequences: each channel of each example gets mean 0 and variance 1, then a factor and a shift
            /// that are learned if asked for. Ulyanov et al. (2016).
            /// </summary>
            /// <param name="num_features">The number of channels.</param>
            /// <param name="eps">What is added to variances.</param>
            /// <param name="momentum">How far the running statistics move at each batch, 0 to 1.</param>
            /// <param name="affine">Whether there are factors and shifts.</param>
            /// <param name="track_running_stats">Whether evaluation uses running statistics, and not each example's.</param>
            /// <param name="device">The CPU, or null.</param>
            /// <param name="dtype">The type of the parameters; Float32 when null.</param>
            /// <returns>The module.</returns>
            public static Modules.InstanceNorm1d InstanceNorm1d(
                long num_features, double eps = 1e-5, double momentum = 0.1, bool affine = false, bool track_running_stats = false,
                Device? device = null, ScalarType? dtype = null) =>
                new(num_features, eps, momentum, affine, track_running_stats, device, dtype);
        }
    }
}
