using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>1 / (1 + e⁻ˣ) of each element.</summary>
    public sealed class Sigmoid : ParameterLessModule<Tensor, Tensor>
    {
        internal Sigmoid(bool inplace)
            : base(nameof(Sigmoid)) => this.inplace = inplace;

        /// <summary>Whether the input itself is changed and returned.</summary>
        public bool inplace { get; set; }

        /// <inheritdoc/>
        /// <param name="tensor">Any tensor.</param>
        /// <returns>A tensor of the same shape, of numbers between 0 and 1.</returns>
        public override Tensor forward(Tensor tensor) => nn.functional.sigmoid(tensor, inplace);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A module that computes 1 / (1 + e⁻ˣ) of each element.</summary>
            /// <returns>The module.</returns>
            public static Modules.Sigmoid Sigmoid() => new(false);

            /// <summary>A module that computes 1 / (1 + e⁻ˣ) of each element.</summary>
            /// <param name="inplace">Whether the input itself is changed and returned.</param>
            /// <returns>The module.</returns>
            public static Modules.Sigmoid Sigmoid(bool inplace) => new(inplace);

            public static partial class functional
            {
                /// <summary>1 / (1 + e⁻ˣ) of each element.</summary>
                /// <param name="x">Any tensor.</param>
                /// <returns>A tensor of the same shape.</returns>
                public static Tensor sigmoid(Tensor x) => x.sigmoid();

                /// <summary>1 / (1 + e⁻ˣ) of each element.</summary>
                /// <param name="x">Any tensor.</param>
                /// <param name="inplace">Whether <paramref name="x"/> itself is changed and returned.</param>
                /// <returns>A tensor of the same shape.</returns>
                public static Tensor sigmoid(Tensor x, bool inplace) => inplace ? x.sigmoid_() : x.sigmoid();
            }
        }
    }
}
