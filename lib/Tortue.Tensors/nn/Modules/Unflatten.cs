using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Cuts one dimension into several.</summary>
    public sealed class Unflatten : ParameterLessModule<Tensor, Tensor>
    {
        internal Unflatten(long dim, long[] sizes)
            : base(nameof(Unflatten)) => (this.dim, unflattened_size) = (dim, [.. sizes]);

        /// <summary>The dimension.</summary>
        public long dim { get; set; }

        /// <summary>The sizes that replace it; one may be −1, to be computed.</summary>
        public long[] unflattened_size { get; set; }

        private protected override string Settings => $"dim={dim}, unflattened_size=({string.Join(", ", unflattened_size)})";

        /// <inheritdoc/>
        /// <param name="tensor">Any tensor.</param>
        /// <returns>A tensor with more dimensions.</returns>
        public override Tensor forward(Tensor tensor) => tensor.unflatten(dim, unflattened_size);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A module that cuts one dimension into several.</summary>
            /// <param name="dim">The dimension.</param>
            /// <param name="unflattened_size">The sizes that replace it; one may be −1, to be computed.</param>
            /// <returns>The module.</returns>
            public static Modules.Unflatten Unflatten(long dim, long[] unflattened_size) => new(dim, unflattened_size);
        }
    }
}
