namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Variance and mean of all elements.</summary>
        /// <param name="unbiased">Whether to divide by n − 1 (Bessel's correction) and not by n.</param>
        /// <returns>Two tensors of one number.</returns>
        public (Tensor @var, Tensor mean) var_mean(bool unbiased = true) => new(var(unbiased), mean());

        /// <summary>Variance and mean over a dimension.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="unbiased">Whether to divide by n − 1 (Bessel's correction) and not by n.</param>
        /// <param name="keepdim">Whether it stays, with size one.</param>
        /// <param name="type">The element type to compute in.</param>
        /// <returns>Two new tensors.</returns>
        public (Tensor @var, Tensor mean) var_mean(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var_mean([dim], unbiased, keepdim, type);

        /// <summary>Variance and mean over some dimensions.</summary>
        /// <param name="dimensions">The dimensions; all when empty.</param>
        /// <param name="unbiased">Whether to divide by n − 1 (Bessel's correction) and not by n.</param>
        /// <param name="keepdim">Whether they stay, with size one.</param>
        /// <param name="type">The element type to compute in.</param>
        /// <returns>The variance (which TorchSharp calls std here) and the mean.</returns>
        public (Tensor std, Tensor mean) var_mean(
            long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            new(var(dimensions, unbiased, keepdim, type), mean(dimensions, keepdim, type));

        /// <inheritdoc cref="var_mean(long[], bool, bool, ScalarType?)"/>
        public (Tensor std, Tensor mean) var_mean(
            ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var_mean(dimensions.ToArray(), unbiased, keepdim, type);

        /// <summary>Standard deviation and mean of all elements.</summary>
        /// <param name="unbiased">Whether to divide by n − 1 (Bessel's correction) and not by n.</param>
        /// <returns>Two tensors of one number.</returns>
        public (Tensor std, Tensor mean) std_mean(bool unbiased = true) => (std(unbiased), mean());

        /// <summary>Standard deviation and mean over a dimension.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="unbiased">Whether to divide by n − 1 (Bessel's correction) and not by n.</param>
        /// <param name="keepdim">Whether it stays, with size one.</param>
        /// <param name="type">The element type to compute in.</param>
        /// <returns>Two new tensors.</returns>
        public (Tensor std, Tensor mean) std_mean(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std_mean([dim], unbiased, keepdim, type);

        /// <summary>Standard deviation and mean over some dimensions.</summary>
        /// <param name="dimensions">The dimensions; all when empty.</param>
        /// <param name="unbiased">Whether to divide by n − 1 (Bessel's correction) and not by n.</param>
        /// <param name="keepdim">Whether they stay, with size one.</param>
        /// <param name="type">The element type to compute in.</param>
        /// <returns>Two new tensors.</returns>
        public (Tensor std, Tensor mean) std_mean(
            long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            (std(dimensions, unbiased, keepdim, type), mean(dimensions, keepdim, type));

        /// <inheritdoc cref="std_mean(long[], bool, bool, ScalarType?)"/>
        public (Tensor std, Tensor mean) std_mean(
            ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std_mean(dimensions.ToArray(), unbiased, keepdim, type);
    }
}
