using Tortue.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>The largest pixels of as many windows as are asked for, whatever the size of the images.</summary>
    public sealed class AdaptiveMaxPool2d : ParameterLessModule<Tensor, Tensor>
    {
        internal AdaptiveMaxPool2d(long[] outputSize)
            : base(nameof(AdaptiveMaxPool2d)) => output_size = [.. outputSize];

        /// <summary>Rows and columns of the result.</summary>
        public long[] output_size { get; set; }

        private protected override string Settings => $"output_size=({string.Join(", ", output_size)})";

        /// <inheritdoc/>
        /// <param name="input">Images, (batch ×) channels × rows × columns.</param>
        /// <returns>(Batch ×) channels × rows and columns of output_size.</returns>
        public override Tensor forward(Tensor input) => nn.functional.adaptive_max_pool2d(input, output_size);

        /// <summary>The largest pixels, and where they are.</summary>
        /// <param name="input">Images, (batch ×) channels × rows × columns.</param>
        /// <returns>The pixels, and their numbers in the image, row × columns + column (Int64).</returns>
        public (Tensor output, Tensor indices) forward_with_indices(Tensor input) =>
            nn.functional.adaptive_max_pool2d_with_indices(input, output_size);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A module that takes the largest pixels of windows that cover images evenly.</summary>
            /// <param name="output_size">Rows and columns of the result.</param>
            /// <returns>The module.</returns>
            public static Modules.AdaptiveMaxPool2d AdaptiveMaxPool2d(long[] output_size) => new(output_size);

            public static partial class functional
            {
                /// <summary>The largest pixels of windows that cover images evenly.</summary>
                /// <param name="input">Images, (batch ×) channels × rows × columns.</param>
                /// <param name="output_size">Rows and columns of the result.</param>
                /// <returns>A new tensor; the first of equal pixels gets the gradient.</returns>
                public static Tensor adaptive_max_pool2d(Tensor input, long[] output_size)
                {
                    var (values, indices) = WindowPooling.AdaptiveLargest(input, output_size);
                    indices.Dispose();
                    return values;
                }

                /// <summary>The largest pixels of windows that cover images evenly, and where they are.</summary>
                /// <param name="input">Images, (batch ×) channels × rows × columns.</param>
                /// <param name="output_size">Rows and columns of the result.</param>
                /// <returns>The pixels, and their numbers in the image, row × columns + column (Int64).</returns>
                public static (Tensor Values, Tensor Indices) adaptive_max_pool2d_with_indices(Tensor input, long[] output_size) =>
                    WindowPooling.AdaptiveLargest(input, output_size);
            }
        }
    }
}
