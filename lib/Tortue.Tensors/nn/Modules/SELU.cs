using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>1.0507 times the exponential linear unit of α = 1.6733, which keeps mean 0 and variance 1.</summary>
    /// <remarks>Klambauer et al., "Self-normalizing neural networks" (2017).</remarks>
    public sealed class SELU : ParameterLessModule<Tensor, Tensor>
    {
        internal SELU(bool inplace)
            : base(nameof(SELU)) => this.inplace = inplace;

        /// <summary>Whether the input itself is changed and returned.</summary>
        public bool inplace { get; set; }

        private protected override string Settings => inplace ? "inplace=True" : "";

        /// <inheritdoc/>
        /// <param name="tensor">Any tensor.</param>
        /// <returns>A tensor of the same shape.</returns>
        public override Tensor forward(Tensor tensor) => nn.functional.selu(tensor, inplace);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>
            /// A module that computes 1.0507 times the exponential linear unit of α = 1.6733, which keeps mean 0 and variance 1.
            /// </summary>
            /// <param name="inplace">Whether the input itself is changed and returned.</param>
            /// <returns>The module.</returns>
            public static Modules.SELU SELU(bool inplace = false) => new(inplace);

            public static partial class functional
            {
                /// <summary>1.0507 times the exponential linear unit of α = 1.6733, which keeps mean 0 and variance 1.</summary>
                /// <param name="x">Any tensor.</param>
                /// <param name="inplace">Whether the tensor itself is changed and returned.</param>
                /// <returns>A tensor of the same shape.</returns>
                public static Tensor selu(Tensor x, bool inplace = false) =>
                    inplace ? x.selu_() : x.selu();
            }
        }
    }
}
