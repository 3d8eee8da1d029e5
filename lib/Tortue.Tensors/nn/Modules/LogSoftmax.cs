using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Logarithms of probabilities along a dimension: x − log Σ eˣ.</summary>
    public sealed class LogSoftmax : ParameterLessModule<Tensor, Tensor>
    {
        internal LogSoftmax(long dim)
            : base(nameof(LogSoftmax)) => this.dim = dim;

        /// <summary>The dimension whose exponentials sum to one.</summary>
        public long dim { get; set; }

        private protected override string Settings => $"dim={dim}";

        /// <inheritdoc/>
        /// <param name="tensor">Any tensor.</param>
        /// <returns>A tensor of the same shape.</returns>
        public override Tensor forward(Tensor tensor) => nn.functional.log_softmax(tensor, dim);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A module that computes logarithms of probabilities along a dimension, x − log Σ eˣ.</summary>
            /// <param name="dim">The dimension whose exponentials sum to one.</param>
            /// <returns>The module.</returns>
            public static Modules.LogSoftmax LogSoftmax(long dim) => new(dim);
        }
    }
}
