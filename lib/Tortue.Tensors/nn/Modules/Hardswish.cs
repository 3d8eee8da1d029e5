using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>x times the hard sigmoid of x: straight pieces in place of the curve of SiLU (Howard et al., 2019).</summary>
    public sealed class Hardswish : ParameterLessModule<Tensor, Tensor>
    {
        internal Hardswish(bool inplace)
            : base(nameof(Hardswish)) => this.inplace = inplace;

        /// <summary>Whether the input itself is changed and returned.</summary>
        public bool inplace { get; set; }

        private protected override string Settings => inplace ? "inplace=True" : "";

        /// <inheritdoc/>
        /// <param name="tensor">Any tensor.</param>
        /// <returns>A tensor of the same shape.</returns>
        public override Tensor forward(Tensor tensor) => nn.functional.hardswish(tensor, inplace);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>
            /// A module that computes x times the hard sigmoid of x: straight pieces in place of the curve of SiLU (Howard et al., 2019).
            /// </summary>
            /// <param name="inplace">Whether the input itself is changed and returned.</param>
            /// <returns>The module.</returns>
            public static Modules.Hardswish Hardswish(bool inplace = false) => new(inplace);

            public static partial class functional
            {
                /// <summary>x times the hard sigmoid of x: straight pieces in place of the curve of SiLU (Howard et al., 2019).</summary>
                /// <param name="input">Any tensor.</param>
                /// <param name="inplace">Whether the tensor itself is changed and returned.</param>
                /// <returns>A tensor of the same shape.</returns>
                public static Tensor hardswish(Tensor input, bool inplace = false) =>
                    inplace ? input.hardswish_() : input.hardswish();
            }
        }
    }
}
