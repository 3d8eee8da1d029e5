using Tortue.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Averages images over as many windows as are asked for, whatever their size.</summary>
    public sealed class AdaptiveAvgPool2d : ParameterLessModule<Tensor, Tensor>
    {
        internal AdaptiveAvgPool2d(long[] outputSize)
            : base(nameof(AdaptiveAvgPool2d)) => output_size = [.. outputSize];

        /// <summary>Rows and columns of the result.</summary>
        public long[] output_size { get; set; }

        private protected override string Settings => $"output_size=({string.Join(", ", output_size)})";

        /// <inheritdoc/>
        /// <param name="input">Images, (batch ×) channels × rows × columns.</param>
        /// <returns>(Batch ×) channels × rows and columns of output_size.</returns>
        public override Tensor forward(Tensor input) => PoolingAverages.Adaptive(input, output_size);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A module that averages images over a square of windows.</summary>
            /// <param name="output_size">Rows and columns of the result.</param>
            /// <returns>The module.</returns>
            public static Modules.AdaptiveAvgPool2d AdaptiveAvgPool2d(long output_size) => new([output_size, output_size]);

            /// <summary>A module that averages images over windows.</summary>
            /// <param name="output_size">Rows and columns of the result.</param>
            /// <returns>The module.</returns>
            public static Modules.AdaptiveAvgPool2d AdaptiveAvgPool2d((long, long) output_size) =>
                new([output_size.Item1, output_size.Item2]);

            /// <summary>A module that averages images over windows.</summary>
            /// <param name="output_size">Rows and columns of the result.</param>
            /// <returns>The module.</returns>
            public static Modules.AdaptiveAvgPool2d AdaptiveAvgPool2d(long[] output_size) => new(output_size);

            public static partial class functional
            {
                /// <summary>Averages images over a square of windows.</summary>
                /// <param name="input">Images, (batch ×) channels × rows × columns.</param>
                /// <param name="output_size">Rows and columns of the result.</param>
                /// <returns>A new tensor.</returns>
                public static Tensor adaptive_avg_pool2d(Tensor input, long output_size) =>
                    PoolingAverages.Adaptive(input, [output_size, output_size]);

                /// <summary>Averages images over windows.</summary>
                /// <param name="input">Images, (batch ×) channels × rows × columns.</param>
                /// <param name="output_size">Rows and columns of the result.</param>
                /// <returns>A new tensor.</returns>
                public static Tensor adaptive_avg_pool2d(Tensor input, (long, long) output_size) =>
                    PoolingAverages.Adaptive(input, [output_size.Item1, output_size.Item2]);

                /// <summary>Averages images over windows.</summary>
                /// <param name="input">Images, (batch ×) channels × rows × columns.</param>
                /// <param name="output_size">Rows and columns of the result.</param>
                /// <returns>A new tensor.</returns>
                public static Tensor adaptive_avg_pool2d(Tensor input, long[] output_size) =>
                    PoolingAverages.Adaptive(input, output_size);
            }
        }
    }
}
