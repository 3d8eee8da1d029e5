using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>The first half of a dimension times the logistic function of the second (Dauphin et al., 2016).</summary>
    public sealed class GLU : ParameterLessModule<Tensor, Tensor>
    {
        internal GLU(long dim)
            : base(nameof(GLU)) => this.dim = dim;

        /// <summary>The dimension, of an even size.</summary>
        public long dim { get; set; }

        private protected override string Settings => $"dim={dim}";

        /// <inheritdoc/>
        /// <param name="tensor">Any tensor.</param>
        /// <returns>A tensor with half the dimension.</returns>
        public override Tensor forward(Tensor tensor) => nn.functional.glu(tensor, dim);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>
            /// A module that computes the first half of a dimension times the logistic function of the second (Dauphin et al., 2016).
            /// </summary>
            /// <param name="dim">The dimension, of an even size.</param>
            /// <returns>The module.</returns>
            public static Modules.GLU GLU(long dim = -1) => new(dim);

            public static partial class functional
            {
                /// <summary>The first half of a dimension times the logistic function of the second (Dauphin et al., 2016).</summary>
                /// <param name="input">Any tensor.</param>
                /// <param name="dim">The dimension, of an even size.</param>
                /// <returns>A tensor with half the dimension.</returns>
                public static Tensor glu(Tensor input, long dim = -1) =>
                    input.glu(dim);
            }
        }
    }
}
