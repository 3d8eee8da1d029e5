using Tortue.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>x tanh(log(1 + eˣ)) (Misra, 2019).</summary>
    public sealed class Mish : ParameterLessModule<Tensor, Tensor>
    {
        internal Mish(bool inplace)
            : base(nameof(Mish)) => this.inplace = inplace;

        /// <summary>Whether the input itself is changed and returned.</summary>
        public bool inplace { get; set; }

        private protected override string Settings => inplace ? "inplace=True" : "";

        /// <inheritdoc/>
        /// <param name="tensor">Any tensor.</param>
        /// <returns>A tensor of the same shape.</returns>
        public override Tensor forward(Tensor tensor) => nn.functional.mish(tensor, inplace);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A module that computes x tanh(log(1 + eˣ)) (Misra, 2019).</summary>
            /// <returns>The module.</returns>
            public static Modules.Mish Mish() => new(false);

            /// <summary>A module that computes x tanh(log(1 + eˣ)) (Misra, 2019).</summary>
            /// <param name="inplace">Whether the input itself is changed and returned.</param>
            /// <returns>The module.</returns>
            public static Modules.Mish Mish(bool inplace) => new(inplace);

            public static partial class functional
            {
                /// <summary>x tanh(log(1 + eˣ)) (Misra, 2019).</summary>
                /// <param name="x">Any tensor.</param>
                /// <param name="inplace">Whether the tensor itself is changed and returned.</param>
                /// <returns>A tensor of the same shape.</returns>
                public static Tensor mish(Tensor x, bool inplace = false) =>
                    Composite.Of(() => inplace ? x.mul_(softplus(x.clone()).tanh()) : x.mul(softplus(x).tanh()));
            }
        }
    }
}
