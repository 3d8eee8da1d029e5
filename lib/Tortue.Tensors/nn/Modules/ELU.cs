using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>x where it is positive, and α (eˣ − 1) elsewhere (Clevert et al., 2015).</summary>
    public sealed class ELU : ParameterLessModule<Tensor, Tensor>
    {
        internal ELU(double alpha, bool inplace)
            : base(nameof(ELU)) => (this.alpha, this.inplace) = (alpha, inplace);

        /// <summary>α: the limit at minus infinity, negated.</summary>
        public double alpha { get; set; }

        /// <summary>Whether the input itself is changed and returned.</summary>
        public bool inplace { get; set; }

        private protected override string Settings =>
            string.Create(CultureInfo.InvariantCulture, $"alpha={alpha:0.0###############}") + (inplace ? ", inplace=True" : "");

        /// <inheritdoc/>
        /// <param name="tensor">Any tensor.</param>
        /// <returns>A tensor of the same shape.</returns>
        public override Tensor forward(Tensor tensor) => nn.functional.elu(tensor, alpha, inplace);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A module that computes x where it is positive, and α (eˣ − 1) elsewhere.</summary>
            /// <param name="alpha">α: the limit at minus infinity, negated.</param>
            /// <param name="inplace">Whether the input itself is changed and returned.</param>
            /// <returns>The module.</returns>
            public static Modules.ELU ELU(double alpha = 1, bool inplace = false) => new(alpha, inplace);


            public static partial class functional
            {
                /// <summary>x where it is positive, and α (eˣ − 1) elsewhere (Clevert et al., 2015).</summary>
                /// <param name="x">Any tensor.</param>
                /// <param name="alpha">α: the limit at minus infinity, negated.</param>
                /// <param name="inplace">Whether <paramref name="x"/> itself is changed and returned.</param>
                /// <returns>A tensor of the same shape.</returns>
                public static Tensor elu(Tensor x, double alpha, bool inplace = false) =>
                    inplace ? x.elu_(alpha) : x.elu(alpha);
            }
        }
    }
}
