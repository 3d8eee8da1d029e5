using Tortue.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Sets whole channels of images to zero at random while training, and makes the others larger.</summary>
    public sealed class Dropout2d : ParameterLessModule<Tensor, Tensor>
    {
        internal Dropout2d(double p, bool inplace)
            : base(nameof(Dropout2d)) => (this.p, this.inplace) = (Dropping.Checked(p), inplace);

        /// <summary>The probability of zero, 0 to 1.</summary>
        public double p { get; set; }

        /// <summary>Whether the input itself is changed and returned.</summary>
        public bool inplace { get; set; }

        private protected override string Settings => Dropping.Text(p, inplace);

        /// <inheritdoc/>
        /// <param name="input">Batch × channels × rows × columns.</param>
        /// <returns>A tensor of the same shape.</returns>
        public override Tensor forward(Tensor input) => nn.functional.dropout2d(input, p, training, inplace);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>
            /// A module that sets each channel of each image to zero with a probability while training, and divides the others by that of
            /// staying: neighbouring pixels tell the same, so dropping single ones would change little.
            /// </summary>
            /// <param name="p">The probability of zero, 0 to 1.</param>
            /// <param name="inplace">Whether the input itself is changed and returned.</param>
            /// <returns>The module.</returns>
            public static Modules.Dropout2d Dropout2d(double p = 0.5, bool inplace = false) => new(p, inplace);

            public static partial class functional
            {
                /// <summary>Sets each channel of each image to zero with a probability, and divides the others by that of staying.</summary>
                /// <param name="input">Batch × channels × rows × columns.</param>
                /// <param name="p">The probability of zero, 0 to 1.</param>
                /// <param name="training">Whether anything is done at all.</param>
                /// <param name="inplace">Whether <paramref name="input"/> itself is changed and returned.</param>
                /// <returns>A tensor of the same shape.</returns>
                public static Tensor dropout2d(Tensor input, double p = 0.5, bool training = true, bool inplace = false)
                {
                    if (input.Rank < 2)
                        throw TorchError.Because("Feature dropout requires at least 2 dimensions in the input");
                    var channels = input.shape;
                    channels.AsSpan(2).Fill(1);
                    return Dropping.Drop(input, channels, p, training, inplace);
                }
            }
        }
    }
}
