using Tortue.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Dropout that keeps mean 0 and variance 1, for networks of SELU (Klambauer et al., 2017).</summary>
    public sealed class AlphaDropout : ParameterLessModule<Tensor, Tensor>
    {
        internal AlphaDropout(double p, bool inplace)
            : base(nameof(AlphaDropout)) => (this.p, this.inplace) = (Dropping.Checked(p), inplace);

        /// <summary>The probability that an element is dropped, 0 to 1.</summary>
        public double p { get; set; }

        /// <summary>Whether the input itself is changed and returned.</summary>
        public bool inplace { get; set; }

        private protected override string Settings => Dropping.Text(p, inplace);

        /// <inheritdoc/>
        /// <param name="tensor">Any tensor.</param>
        /// <returns>A tensor of the same shape.</returns>
        public override Tensor forward(Tensor tensor) => nn.functional.alpha_dropout(tensor, p, training, inplace);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>
            /// A module that sets elements to the limit of SELU at minus infinity with a probability while training, and scales and shifts
            /// all so that mean 0 and variance 1 stay.
            /// </summary>
            /// <param name="p">The probability that an element is dropped, 0 to 1.</param>
            /// <param name="inplace">Whether the input itself is changed and returned.</param>
            /// <returns>The module.</returns>
            public static Modules.AlphaDropout AlphaDropout(double p = 0.5, bool inplace = false) => new(p, inplace);

            public static partial class functional
            {
                /// <summary>
                /// Sets elements to the limit of SELU at minus infinity with a probability, and scales and shifts all so that mean 0 and
                /// variance 1 stay.
                /// </summary>
                /// <param name="input">Any tensor.</param>
                /// <param name="p">The probability that an element is dropped, 0 to 1.</param>
                /// <param name="training">Whether anything is done at all.</param>
                /// <param name="inplace">Whether <paramref name="input"/> itself is changed and returned.</param>
                /// <returns>A tensor of the same shape.</returns>
                public static Tensor alpha_dropout(Tensor input, double p = 0.5, bool training = false, bool inplace = false)
                {
                    const double Alpha = 1.7580993408473766;
                    if (p is 0 or 1 || !(p is >= 0 and <= 1) || !training || input.Count == 0)
                        return Dropping.Drop(input, input.Sizes, p, training, inplace);

                    var scale = 1 / Math.Sqrt(((Alpha * Alpha * p) + 1) * (1 - p));
                    return Composite.Of(() =>
                    {
                        var kept = Tensor.Empty(input.Sizes, input.dtype);
                        RandomFill.Bernoulli(kept, 1 - p, null);
                        var shift = kept.sub(1).mul(Alpha * scale).add(Alpha * scale * p);
                        kept.mul_(scale);
                        return inplace ? input.mul_(kept).add_(shift) : input.mul(kept).add(shift);
                    });
                }
            }
        }
    }
}
