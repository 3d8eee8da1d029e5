using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>x between a smallest and a largest value, and these elsewhere.</summary>
    public sealed class Hardtanh : ParameterLessModule<Tensor, Tensor>
    {
        internal Hardtanh(double min_val, double max_val, bool inplace)
            : base(nameof(Hardtanh)) => (this.min_val, this.max_val, this.inplace) = (min_val, max_val, inplace);

        /// <summary>The smallest value.</summary>
        public double min_val { get; set; }

        /// <summary>The largest value.</summary>
        public double max_val { get; set; }

        /// <summary>Whether the input itself is changed and returned.</summary>
        public bool inplace { get; set; }

        private protected override string Settings =>
            FormattableString.Invariant($"min_val={min_val:0.0######}, max_val={max_val:0.0######}") + (inplace ? ", inplace=True" : "");

        /// <inheritdoc/>
        /// <param name="tensor">Any tensor.</param>
        /// <returns>A tensor of the same shape.</returns>
        public override Tensor forward(Tensor tensor) => nn.functional.hardtanh(tensor, min_val, max_val, inplace);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A module that computes x between a smallest and a largest value, and these elsewhere.</summary>
            /// <param name="min_val">The smallest value.</param>
            /// <param name="max_val">The largest value.</param>
            /// <param name="inplace">Whether the input itself is changed and returned.</param>
            /// <returns>The module.</returns>
            public static Modules.Hardtanh Hardtanh(double min_val = -1, double max_val = 1, bool inplace = false) =>
                new(min_val, max_val, inplace);

            public static partial class functional
            {
                /// <summary>x between a smallest and a largest value, and these elsewhere.</summary>
                /// <param name="x">Any tensor.</param>
                /// <param name="min_val">The smallest value.</param>
                /// <param name="max_val">The largest value.</param>
                /// <param name="inplace">Whether the tensor itself is changed and returned.</param>
                /// <returns>A tensor of the same shape.</returns>
                public static Tensor hardtanh(Tensor x, double min_val = -1, double max_val = 1, bool inplace = false) =>
                    inplace ? x.hardtanh_(min_val, max_val) : x.hardtanh(min_val, max_val);
            }
        }
    }
}
