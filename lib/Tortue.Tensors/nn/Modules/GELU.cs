using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>x · Φ(x), where Φ is the distribution function of the normal distribution (Hendrycks and Gimpel, 2016).</summary>
    public sealed class GELU : ParameterLessModule<Tensor, Tensor>
    {
        internal GELU(Approximate approximate, bool inplace)
            : base(nameof(GELU)) => (this.approximate, this.inplace) = (approximate, inplace);

        /// <summary>How the distribution function is computed.</summary>
        public enum Approximate
        {
            /// <summary>Exactly, by the error function.</summary>
            none,

            /// <summary>By ½ (1 + tanh(√(2/π) (x + 0.044715 x³))).</summary>
            tanh,
        }

        /// <summary>Whether Φ is computed exactly, or by a hyperbolic tangent.</summary>
        public Approximate approximate { get; set; }

        /// <summary>Whether the input itself is changed and returned.</summary>
        public bool inplace { get; set; }

        private protected override string Settings => $"approximate='{approximate}'" + (inplace ? ", inplace=True" : "");

        /// <inheritdoc/>
        /// <param name="tensor">Any tensor.</param>
        /// <returns>A tensor of the same shape.</returns>
        public override Tensor forward(Tensor tensor) => nn.functional.gelu(tensor, approximate, inplace);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A module that computes x · Φ(x), where Φ is the distribution function of the normal distribution.</summary>
            /// <returns>The module.</returns>
            public static Modules.GELU GELU() => new(Modules.GELU.Approximate.none, false);

            /// <summary>A module that computes x · Φ(x), where Φ is the distribution function of the normal distribution.</summary>
            /// <param name="inplace">Whether the input itself is changed and returned.</param>
            /// <returns>The module.</returns>
            public static Modules.GELU GELU(bool inplace) => new(Modules.GELU.Approximate.none, inplace);

            /// <summary>A module that computes x · Φ(x), where Φ is the distribution function of the normal distribution.</summary>
            /// <param name="approximate">Whether Φ is computed exactly, or by a hyperbolic tangent.</param>
            /// <param name="inplace">Whether the input itself is changed and returned.</param>
            /// <returns>The module.</returns>
            public static Modules.GELU GELU(Modules.GELU.Approximate approximate, bool inplace = false) => new(approximate, inplace);


            public static partial class functional
            {
                /// <summary>x · Φ(x), where Φ is the distribution function of the normal distribution (Hendrycks and Gimpel, 2016).</summary>
                /// <param name="x">Any tensor.</param>
                /// <returns>A tensor of the same shape.</returns>
                public static Tensor gelu(Tensor x) =>
                    x.gelu();

                /// <summary>x · Φ(x), where Φ is the distribution function of the normal distribution (Hendrycks and Gimpel, 2016).</summary>
                /// <param name="x">Any tensor.</param>
                /// <param name="inplace">Whether <paramref name="x"/> itself is changed and returned.</param>
                /// <returns>A tensor of the same shape.</returns>
                public static Tensor gelu(Tensor x, bool inplace) =>
                    inplace ? x.gelu_() : x.gelu();

                /// <summary>x · Φ(x), where Φ is the distribution function of the normal distribution (Hendrycks and Gimpel, 2016).</summary>
                /// <param name="x">Any tensor.</param>
                /// <param name="approximate">Whether Φ is computed exactly, or by a hyperbolic tangent.</param>
                /// <param name="inplace">Whether <paramref name="x"/> itself is changed and returned.</param>
                /// <returns>A tensor of the same shape.</returns>
                public static Tensor gelu(Tensor x, Modules.GELU.Approximate approximate, bool inplace = false) =>
                    inplace ? x.gelu_(approximate) : x.gelu(approximate);
            }
        }
    }
}
