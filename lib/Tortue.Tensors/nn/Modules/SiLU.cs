using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>x / (1 + e⁻ˣ), the sigmoid linear unit, also called swish.</summary>
    public sealed class SiLU : ParameterLessModule<Tensor, Tensor>
    {
        internal SiLU(bool inplace)
            : base(nameof(SiLU)) => this.inplace = inplace;

        /// <summary>Whether the input itself is changed and returned.</summary>
        public bool inplace { get; set; }

        private protected override string Settings => inplace ? "inplace=True" : "";

        /// <inheritdoc/>
        /// <param name="tensor">Any tensor.</param>
        /// <returns>A tensor of the same shape.</returns>
        public override Tensor forward(Tensor tensor) => nn.functional.silu(tensor, inplace);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A module that computes x / (1 + e⁻ˣ).</summary>
            /// <returns>The module.</returns>
            public static Modules.SiLU SiLU() => new(false);

            /// <summary>A module that computes x / (1 + e⁻ˣ).</summary>
            /// <param name="inplace">Whether the input itself is changed and returned.</param>
            /// <returns>The module.</returns>
            public static Modules.SiLU SiLU(bool inplace) => new(inplace);


            public static partial class functional
            {
                /// <summary>x / (1 + e⁻ˣ), the sigmoid linear unit, also called swish.</summary>
                /// <param name="x">Any tensor.</param>
                /// <param name="inplace">Whether <paramref name="x"/> itself is changed and returned.</param>
                /// <returns>A tensor of the same shape.</returns>
                public static Tensor silu(Tensor x, bool inplace = false) =>
                    inplace ? x.silu_() : x.silu();
            }
        }
    }
}
