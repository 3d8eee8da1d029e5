using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>log(1 + e^(βx)) / β: a smooth rectifier.</summary>
    public sealed class Softplus : ParameterLessModule<Tensor, Tensor>
    {
        internal Softplus(double beta, double threshold)
            : base(nameof(Softplus)) => (this.beta, this.threshold) = (beta, threshold);

        /// <summary>β, how sharply it bends.</summary>
        public double beta { get; set; }

        /// <summary>Above this value of βx the result is x itself.</summary>
        public double threshold { get; set; }

        private protected override string Settings => string.Create(CultureInfo.InvariantCulture, $"beta={beta}, threshold={threshold}");

        /// <inheritdoc/>
        /// <param name="tensor">Any tensor.</param>
        /// <returns>A tensor of the same shape.</returns>
        public override Tensor forward(Tensor tensor) => nn.functional.softplus(tensor, beta, threshold);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A module that computes log(1 + e^(βx)) / β.</summary>
            /// <param name="beta">β, how sharply it bends.</param>
            /// <param name="threshold">Above this value of βx the result is x itself.</param>
            /// <returns>The module.</returns>
            public static Modules.Softplus Softplus(double beta = 1, double threshold = 20) => new(beta, threshold);


            public static partial class functional
            {
                /// <summary>log(1 + e^(βx)) / β: a smooth rectifier.</summary>
                /// <param name="x">Any tensor.</param>
                /// <param name="beta">β, how sharply it bends.</param>
                /// <param name="threshold">Above this value of βx the result is x itself.</param>
                /// <returns>A tensor of the same shape.</returns>
                public static Tensor softplus(Tensor x, double beta = 1, double threshold = 20) =>
                    x.softplus(beta, threshold);
            }
        }
    }
}
