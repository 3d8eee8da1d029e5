using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>The logarithm of the logistic function, −log(1 + e⁻ˣ).</summary>
    public sealed class LogSigmoid : ParameterLessModule<Tensor, Tensor>
    {
        internal LogSigmoid()
            : base(nameof(LogSigmoid))
        {
        }

        /// <inheritdoc/>
        /// <param name="tensor">Any tensor.</param>
        /// <returns>A tensor of the same shape.</returns>
        public override Tensor forward(Tensor tensor) => nn.functional.logsigmoid(tensor);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A module that computes the logarithm of the logistic function, −log(1 + e⁻ˣ).</summary>
            /// <returns>The module.</returns>
            public static Modules.LogSigmoid LogSigmoid() => new();

            public static partial class functional
            {
                /// <summary>The logarithm of the logistic function, −log(1 + e⁻ˣ).</summary>
                /// <param name="x">Any tensor.</param>
                /// <returns>A tensor of the same shape.</returns>
                public static Tensor logsigmoid(Tensor x) =>
                    x.log_sigmoid();
            }
        }
    }
}
