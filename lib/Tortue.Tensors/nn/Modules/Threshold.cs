using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>x where it exceeds a threshold, and a value elsewhere.</summary>
    public sealed class Threshold : ParameterLessModule<Tensor, Tensor>
    {
        internal Threshold(double threshold, double value, bool inplace)
            : base(nameof(Threshold)) => (this.threshold, this.value, this.inplace) = (threshold, value, inplace);

        /// <summary>What x has to exceed.</summary>
        public double threshold { get; set; }

        /// <summary>The value elsewhere.</summary>
        public double value { get; set; }

        /// <summary>Whether the input itself is changed and returned.</summary>
        public bool inplace { get; set; }

        private protected override string Settings =>
            FormattableString.Invariant($"threshold={threshold}, value={value}") + (inplace ? ", inplace=True" : "");

        /// <inheritdoc/>
        /// <param name="tensor">Any tensor.</param>
        /// <returns>A tensor of the same shape.</returns>
        public override Tensor forward(Tensor tensor) => nn.functional.threshold(tensor, threshold, value, inplace);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A module that computes x where it exceeds a threshold, and a value elsewhere.</summary>
            /// <param name="threshold">What x has to exceed.</param>
            /// <param name="value">The value elsewhere.</param>
            /// <param name="inplace">Whether the input itself is changed and returned.</param>
            /// <returns>The module.</returns>
            public static Modules.Threshold Threshold(double threshold, double value, bool inplace = false) =>
                new(threshold, value, inplace);

            public static partial class functional
            {
                /// <summary>x where it exceeds a threshold, and a value elsewhere.</summary>
                /// <param name="x">Any tensor.</param>
                /// <param name="threshold">What x has to exceed.</param>
                /// <param name="value">The value elsewhere.</param>
                /// <param name="inplace">Whether the tensor itself is changed and returned.</param>
                /// <returns>A tensor of the same shape.</returns>
                public static Tensor threshold(Tensor x, double threshold, double value, bool inplace = false) =>
                    inplace ? x.threshold_(threshold, value) : x.threshold(threshold, value);
            }
        }
    }
}
