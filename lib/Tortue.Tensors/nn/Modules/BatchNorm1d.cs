using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Batch normalisation of vectors or sequences.</summary>
    public sealed class BatchNorm1d : BatchNorm
    {
        internal BatchNorm1d(
            long num_features, double eps, double momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype)
            : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, nameof(BatchNorm1d))
        {
        }

        private protected override void CheckRank(Tensor input)
        {
            if (input.Rank is not (2 or 3))
                throw WrongRank("2D or 3D", input);
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>
            /// Batch normalisation of vectors or sequences: each channel gets mean 0 and variance 1 over the batch, then a factor and a
            /// shift that are learned. Ioffe and Szegedy (2015).
            /// </summary>
            /// <param name="num_features">The number of channels.</param>
            /// <param name="eps">What is added to variances.</param>
            /// <param name="momentum">How far the running statistics move at each batch, 0 to 1.</param>
            /// <param name="affine">Whether there are factors and shifts.</param>
            /// <param name="track_running_stats">Whether evaluation uses running statistics, and not the batch's.</param>
            /// <param name="device">The CPU, or null.</param>
            /// <param name="dtype">The type of the parameters; Float32 when null.</param>
            /// <returns>The module.</returns>
            public static Modules.BatchNorm1d BatchNorm1d(
                long num_features, double eps = 1e-5, double momentum = 0.1, bool affine = true, bool track_running_stats = true,
                Device? device = null, ScalarType? dtype = null) =>
                new(num_features, eps, momentum, affine, track_running_stats, device, dtype);
        }
    }
}
