using Tortue.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Probabilities that grow as the numbers fall: the softmax of −x.</summary>
    public sealed class Softmin : ParameterLessModule<Tensor, Tensor>
    {
        internal Softmin(long dim)
            : base(nameof(Softmin)) => this.dim = dim;

        /// <summary>The dimension that sums to one.</summary>
        public long dim { get; set; }

        private protected override string Settings => $"dim={dim}";

        /// <inheritdoc/>
        /// <param name="tensor">Any tensor.</param>
        /// <returns>A tensor of the same shape.</returns>
        public override Tensor forward(Tensor tensor) => nn.functional.softmin(tensor, dim);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A module that computes probabilities that grow as the numbers fall: the softmax of −x.</summary>
            /// <param name="dim">The dimension that sums to one.</param>
            /// <returns>The module.</returns>
            public static Modules.Softmin Softmin(long dim) => new(dim);

            public static partial class functional
            {
                /// <summary>Probabilities that grow as the numbers fall: the softmax of −x.</summary>
                /// <param name="x">Any tensor.</param>
                /// <param name="dim">The dimension that sums to one.</param>
                /// <returns>A tensor of the same shape.</returns>
                public static Tensor softmin(Tensor x, long dim) =>
                    Composite.Of(() => x.neg().softmax(dim));
            }
        }
    }
}
