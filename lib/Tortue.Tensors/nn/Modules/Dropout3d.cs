using Tortue.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Sets whole channels of volumes to zero at random while training, and makes the others larger.</summary>
    public sealed class Dropout3d : ParameterLessModule<Tensor, Tensor>
    {
        internal Dropout3d(double p, bool inplace)
            : base(nameof(Dropout3d)) => (this.p, this.inplace) = (Dropping.Checked(p), inplace);

        /// <summary>The probability of zero, 0 to 1.</summary>
        public double p { get; set; }

        /// <summary>Whether the input itself is changed and returned.</summary>
        public bool inplace { get; set; }

        private protected override string Settings => Dropping.Text(p, inplace);

        /// <inheritdoc/>
        /// <param name="input">Batch × channels × depth × rows × columns.</param>
        /// <returns>A tensor of the same shape.</returns>
        public override Tensor forward(Tensor input) => nn.functional.dropout3d(input, p, training, inplace);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>
            /// A module that sets each channel of each volume to zero with a probability while training, and divides the others by
            /// that of staying.
            /// </summary>
            /// <param name="p">The probability of zero, 0 to 1.</param>
            /// <param name="inplace">Whether the input itself is changed and returned.</param>
            /// <returns>The module.</returns>
            public static Modules.Dropout3d Dropout3d(double p = 0.5, bool inplace = false) => new(p, inplace);

            public static partial class functional
            {
                /// <summary>Sets each channel to zero with a probability, and divides the others by that of staying.</summary>
                /// <param name="input">Batch × channels × depth × rows × columns.</param>
                /// <param name="p">The probability of zero, 0 to 1.</param>
                /// <param name="training">Whether anything is done at all.</param>
                /// <param name="inplace">Whether <paramref name="input"/> itself is changed and returned.</param>
                /// <returns>A tensor of the same shape.</returns>
                public static Tensor dropout3d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                    dropout2d(input, p, training, inplace);
            }
        }
    }
}
