using Tortue.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Sets elements to zero at random while training, and makes the others larger so that the mean stays.</summary>
    public sealed class Dropout : ParameterLessModule<Tensor, Tensor>
    {
        internal Dropout(double p, bool inplace)
            : base(nameof(Dropout)) => (this.p, this.inplace) = (Dropping.Checked(p), inplace);

        /// <summary>The probability of zero, 0 to 1.</summary>
        public double p { get; set; }

        /// <summary>Whether the input itself is changed and returned.</summary>
        public bool inplace { get; set; }

        private protected override string Settings => Dropping.Text(p, inplace);

        /// <inheritdoc/>
        /// <param name="tensor">Any tensor.</param>
        /// <returns>A tensor of the same shape.</returns>
        public override Tensor forward(Tensor tensor) => nn.functional.dropout(tensor, p, training, inplace);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>
            /// A module that sets each element to zero with a probability while training, and divides the others by that of staying:
            /// Srivastava et al., "Dropout: a simple way to prevent neural networks from overfitting" (2014).
            /// </summary>
            /// <param name="p">The probability of zero, 0 to 1.</param>
            /// <param name="inplace">Whether the input itself is changed and returned.</param>
            /// <returns>The module.</returns>
            public static Modules.Dropout Dropout(double p = 0.5, bool inplace = false) => new(p, inplace);

            public static partial class functional
            {
                /// <summary>Sets each element to zero with a probability, and divides the others by that of staying.</summary>
                /// <param name="input">Any tensor.</param>
                /// <param name="p">The probability of zero, 0 to 1.</param>
                /// <param name="training">Whether anything is done at all.</param>
                /// <param name="inplace">Whether <paramref name="input"/> itself is changed and returned.</param>
                /// <returns>A tensor of the same shape.</returns>
                public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                    Dropping.Drop(input, input.Sizes, p, training, inplace);
            }
        }
    }
}
