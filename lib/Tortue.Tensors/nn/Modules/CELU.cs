using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>x where it is positive, and α (e^(x/α) − 1) elsewhere (Barron, 2017).</summary>
    public sealed class CELU : ParameterLessModule<Tensor, Tensor>
    {
        internal CELU(double alpha, bool inplace)
            : base(nameof(CELU)) => (this.alpha, this.inplace) = (alpha, inplace);

        /// <summary>α: the limit at minus infinity, negated.</summary>
        public double alpha { get; set; }

        /// <summary>Whether the input itself is changed and returned.</summary>
        public bool inplace { get; set; }

        private protected override string Settings =>
            FormattableString.Invariant($"alpha={alpha:0.0###############}") + (inplace ? ", inplace=True" : "");

        /// <inheritdoc/>
        /// <param name="tensor">Any tensor.</param>
        /// <returns>A tensor of the same shape.</returns>
        public override Tensor forward(Tensor tensor) => nn.functional.celu(tensor, alpha, inplace);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A module that computes x where it is positive, and α (e^(x/α) − 1) elsewhere (Barron, 2017).</summary>
            /// <param name="alpha">α: the limit at minus infinity, negated.</param>
            /// <param name="inplace">Whether the input itself is changed and returned.</param>
            /// <returns>The module.</returns>
            public static Modules.CELU CELU(double alpha = 1, bool inplace = false) => new(alpha, inplace);

            public static partial class functional
            {
                /// <summary>x where it is positive, and α (e^(x/α) − 1) elsewhere (Barron, 2017).</summary>
                /// <param name="x">Any tensor.</param>
                /// <param name="alpha">α: the limit at minus infinity, negated.</param>
                /// <param name="inplace">Whether the tensor itself is changed and returned.</param>
                /// <returns>A tensor of the same shape.</returns>
                public static Tensor celu(Tensor x, double alpha, bool inplace = false) =>
                    inplace ? x.celu_(alpha) : x.celu(alpha);
            }
        }
    }
}
