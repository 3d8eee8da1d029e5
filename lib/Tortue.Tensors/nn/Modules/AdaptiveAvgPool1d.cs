using Tortue.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Averages sequences over as many windows as are asked for, whatever their length.</summary>
    public sealed class AdaptiveAvgPool1d : ParameterLessModule<Tensor, Tensor>
    {
        internal AdaptiveAvgPool1d(long outputSize)
            : base(nameof(AdaptiveAvgPool1d)) => output_size = outputSize;

        /// <summary>The length of the result.</summary>
        public long output_size { get; set; }

        private protected override string Settings => $"output_size={output_size}";

        /// <inheritdoc/>
        /// <param name="input">Sequences, (batch ×) channels × length.</param>
        /// <returns>(Batch ×) channels × output_size.</returns>
        public override Tensor forward(Tensor input) => nn.functional.adaptive_avg_pool1d(input, output_size);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A module that averages sequences over windows that cover them evenly.</summary>
            /// <param name="output_size">The length of the result.</param>
            /// <returns>The module.</returns>
            public static Modules.AdaptiveAvgPool1d AdaptiveAvgPool1d(long output_size) => new(output_size);

            public static partial class functional
            {
                /// <summary>Averages sequences over windows that cover them evenly.</summary>
                /// <param name="input">Sequences, (batch ×) channels × length.</param>
                /// <param name="output_size">The length of the result.</param>
                /// <returns>A new tensor.</returns>
                public static Tensor adaptive_avg_pool1d(Tensor input, long output_size) => input.Rank is not (2 or 3)
                    ? throw TorchError.Because($"Expected 2 to 3 dimensions, but got {input.Rank}-dimensional tensor for argument #1 " +
                        "'self' (while checking arguments for adaptive_avg_pool1d)")
                    : Composite.Of(() => PoolingAverages.Adaptive(input.unsqueeze(-2), [1, output_size]).squeeze(-2));
            }
        }
    }
}
