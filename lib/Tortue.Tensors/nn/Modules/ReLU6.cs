using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>x between 0 and 6, and these elsewhere.</summary>
    public sealed class ReLU6 : ParameterLessModule<Tensor, Tensor>
    {
        internal ReLU6(bool inplace)
            : base(nameof(ReLU6)) => this.inplace = inplace;

        /// <summary>Whether the input itself is changed and returned.</summary>
        public bool inplace { get; set; }

        private protected override string Settings => inplace ? "inplace=True" : "";

        /// <inheritdoc/>
        /// <param name="tensor">Any tensor.</param>
        /// <returns>A tensor of the same shape.</returns>
        public override Tensor forward(Tensor tensor) => nn.functional.relu6(tensor, inplace);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A module that computes x between 0 and 6, and these elsewhere.</summary>
            /// <param name="inplace">Whether the input itself is changed and returned.</param>
            /// <returns>The module.</returns>
            public static Modules.ReLU6 ReLU6(bool inplace = false) => new(inplace);

            public static partial class functional
            {
                /// <summary>x between 0 and 6, and these elsewhere.</summary>
                /// <param name="x">Any tensor.</param>
                /// <param name="inplace">Whether the tensor itself is changed and returned.</param>
                /// <returns>A tensor of the same shape.</returns>
                public static Tensor relu6(Tensor x, bool inplace = false) =>
                    inplace ? x.relu6_() : x.relu6();
            }
        }
    }
}
