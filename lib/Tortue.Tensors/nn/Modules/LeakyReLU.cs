using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>x where it is positive, and a small multiple of x elsewhere.</summary>
    public sealed class LeakyReLU : ParameterLessModule<Tensor, Tensor>
    {
        internal LeakyReLU(double negativeSlope, bool inplace)
            : base(nameof(LeakyReLU)) => (negative_slope, this.inplace) = (negativeSlope, inplace);

        /// <summary>The factor of negative elements.</summary>
        public double negative_slope { get; set; }

        /// <summary>Whether the input itself is changed and returned.</summary>
        public bool inplace { get; set; }

        private protected override string Settings =>
            string.Create(CultureInfo.InvariantCulture, $"negative_slope={negative_slope}") + (inplace ? ", inplace=True" : "");

        /// <inheritdoc/>
        /// <param name="tensor">Any tensor.</param>
        /// <returns>A tensor of the same shape.</returns>
        public override Tensor forward(Tensor tensor) => nn.functional.leaky_relu(tensor, negative_slope, inplace);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A module that computes x where it is positive, and a small multiple of x elsewhere.</summary>
            /// <param name="negative_slope">The factor of negative elements.</param>
            /// <param name="inplace">Whether the input itself is changed and returned.</param>
            /// <returns>The module.</returns>
            public static Modules.LeakyReLU LeakyReLU(double negative_slope = 0.01, bool inplace = false) => new(negative_slope, inplace);

            public static partial class functional
            {
                /// <summary>x where it is positive, and a small multiple of x elsewhere.</summary>
                /// <param name="input">Any tensor.</param>
                /// <param name="negative_slope">The factor of negative elements.</param>
                /// <param name="inplace">Whether <paramref name="input"/> itself is changed and returned.</param>
                /// <returns>A tensor of the same shape.</returns>
                public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false) =>
                    inplace ? input.leaky_relu_(negative_slope) : input.leaky_relu(negative_slope);
            }
        }
    }
}
