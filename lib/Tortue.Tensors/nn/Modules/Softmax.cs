using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Probabilities along a dimension: eˣ / Σ eˣ.</summary>
    public sealed class Softmax : ParameterLessModule<Tensor, Tensor>
    {
        internal Softmax(long dim)
            : base(nameof(Softmax)) => this.dim = dim;

        /// <summary>The dimension that sums to one.</summary>
        public long dim { get; set; }

        private protected override string Settings => $"dim={dim}";

        /// <inheritdoc/>
        /// <param name="tensor">Any tensor.</param>
        /// <returns>A tensor of the same shape.</returns>
        public override Tensor forward(Tensor tensor) => nn.functional.softmax(tensor, dim);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A module that computes probabilities along a dimension, eˣ / Σ eˣ.</summary>
            /// <param name="dim">The dimension that sums to one.</param>
            /// <returns>The module.</returns>
            public static Modules.Softmax Softmax(long dim) => new(dim);
        }
    }
}
