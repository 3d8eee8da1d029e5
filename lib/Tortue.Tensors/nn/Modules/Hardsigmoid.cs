using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>x / 6 + 1/2 between 0 and 1: a sigmoid of straight pieces.</summary>
    public sealed class Hardsigmoid : ParameterLessModule<Tensor, Tensor>
    {
        internal Hardsigmoid(bool inplace)
            : base(nameof(Hardsigmoid)) => this.inplace = inplace;

        /// <summary>Whether the input itself is changed and returned.</summary>
        public bool inplace { get; set; }

        private protected override string Settings => inplace ? "inplace=True" : "";

        /// <inheritdoc/>
        /// <param name="tensor">Any tensor.</param>
        /// <returns>A tensor of the same shape.</returns>
        public override Tensor forward(Tensor tensor) => nn.functional.hardsigmoid(tensor, inplace);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A module that computes x / 6 + 1/2 between 0 and 1: a sigmoid of straight pieces.</summary>
            /// <param name="inplace">Whether the input itself is changed and returned.</param>
            /// <returns>The module.</returns>
            public static Modules.Hardsigmoid Hardsigmoid(bool inplace = false) => new(inplace);

            public static partial class functional
            {
                /// <summary>x / 6 + 1/2 between 0 and 1: a sigmoid of straight pieces.</summary>
                /// <param name="input">Any tensor.</param>
                /// <param name="inplace">Whether the tensor itself is changed and returned.</param>
                /// <returns>A tensor of the same shape.</returns>
                public static Tensor hardsigmoid(Tensor input, bool inplace = false) =>
                    inplace ? input.hardsigmoid_() : input.hardsigmoid();
            }
        }
    }
}
