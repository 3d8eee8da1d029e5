using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>x / (1 + |x|): between −1 and 1.</summary>
    public sealed class Softsign : ParameterLessModule<Tensor, Tensor>
    {
        internal Softsign(bool inplace)
            : base(nameof(Softsign)) => this.inplace = inplace;

        /// <summary>Whether the input itself is changed and returned.</summary>
        public bool inplace { get; set; }

        private protected override string Settings => inplace ? "inplace=True" : "";

        /// <inheritdoc/>
        /// <param name="tensor">Any tensor.</param>
        /// <returns>A tensor of the same shape.</returns>
        public override Tensor forward(Tensor tensor) => nn.functional.softsign(tensor, inplace);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A module that computes x / (1 + |x|).</summary>
            /// <returns>The module.</returns>
            public static Modules.Softsign Softsign() => new(false);

            /// <summary>A module that computes x / (1 + |x|).</summary>
            /// <param name="inplace">Whether the input itself is changed and returned.</param>
            /// <returns>The module.</returns>
            public static Modules.Softsign Softsign(bool inplace) => new(inplace);


            public static partial class functional
            {
                /// <summary>x / (1 + |x|): between −1 and 1.</summary>
                /// <param name="x">Any tensor.</param>
                /// <param name="inplace">Whether <paramref name="x"/> itself is changed and returned.</param>
                /// <returns>A tensor of the same shape.</returns>
                public static Tensor softsign(Tensor x, bool inplace = false) =>
                    x.Softsign(inplace);
            }
        }
    }
}
