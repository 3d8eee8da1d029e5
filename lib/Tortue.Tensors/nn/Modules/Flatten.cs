using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Joins neighbouring dimensions into one.</summary>
    public sealed class Flatten : ParameterLessModule<Tensor, Tensor>
    {
        internal Flatten(long startDim, long endDim)
            : base(nameof(Flatten)) => (start_dim, end_dim) = (startDim, endDim);

        /// <summary>The first dimension that is joined.</summary>
        public long start_dim { get; set; }

        /// <summary>The last dimension that is joined; negative values count from the end.</summary>
        public long end_dim { get; set; }

        private protected override string Settings => $"start_dim={start_dim}, end_dim={end_dim}";

        /// <inheritdoc/>
        /// <param name="input">Any tensor.</param>
        /// <returns>The same elements with fewer dimensions.</returns>
        public override Tensor forward(Tensor input) => input.flatten(start_dim, end_dim);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A module that joins neighbouring dimensions into one, by default all but the batch.</summary>
            /// <param name="start_dim">The first dimension that is joined.</param>
            /// <param name="end_dim">The last dimension that is joined; negative values count from the end.</param>
            /// <returns>The module.</returns>
            public static Modules.Flatten Flatten(long start_dim = 1, long end_dim = -1) => new(start_dim, end_dim);
        }
    }
}
