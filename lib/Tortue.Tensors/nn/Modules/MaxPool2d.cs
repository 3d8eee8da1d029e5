using Tortue.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>The largest pixel of each window that slides over images.</summary>
    public sealed class MaxPool2d : ParameterLessModule<Tensor, Tensor>
    {
        internal MaxPool2d(long[] kernelSize, long[]? stride, long[]? padding, long[]? dilation, bool ceiling)
            : base(nameof(MaxPool2d)) =>
            (kernel_size, this.stride, this.padding, this.dilation, ceil_mode) =
                ([.. kernelSize], [.. stride ?? kernelSize], [.. padding ?? [0, 0]], [.. dilation ?? [1, 1]], ceiling);

        /// <summary>Rows and columns of a window.</summary>
        public long[] kernel_size { get; set; }

        /// <summary>Pixels from one window to the next, vertical and horizontal.</summary>
        public long[] stride { get; set; }

        /// <summary>Pixels at each margin, vertical and horizontal, which are never the largest.</summary>
        public long[] padding { get; set; }

        /// <summary>Pixels from one pixel of a window to its next, vertical and horizontal.</summary>
        public long[] dilation { get; set; }

        /// <summary>Whether a last window may reach beyond the image.</summary>
        public bool ceil_mode { get; set; }

        private protected override string Settings =>
            $"kernel_size={PoolingOptions.Text(kernel_size)}, stride={PoolingOptions.Text(stride)}, " +
            $"padding={PoolingOptions.Text(padding)}, dilation={PoolingOptions.Text(dilation)}, ceil_mode={ceil_mode}";

        /// <inheritdoc/>
        /// <param name="input">Images, (batch ×) channels × rows × columns.</param>
        /// <returns>(Batch ×) channels × rows and columns of windows.</returns>
        public override Tensor forward(Tensor input) =>
            nn.functional.max_pool2d(input, kernel_size, stride, padding, dilation, ceil_mode);

        /// <summary>The largest pixels, and where they are.</summary>
        /// <param name="input">Images, (batch ×) channels × rows × columns.</param>
        /// <returns>The pixels, and their numbers in the image, row × columns + column (Int64).</returns>
        public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input) =>
            nn.functional.max_pool2d_with_indices(input, kernel_size, stride, padding, dilation, ceil_mode);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A module that takes the largest pixel of each square window.</summary>
            /// <param name="kernel_size">Rows and columns of a window.</param>
            /// <param name="stride">Pixels from one window to the next; the window's size when null.</param>
            /// <param name="padding">Pixels at each margin, at most half a window; none when null.</param>
            /// <param name="dilation">Pixels from one pixel of a window to its next; 1 when null.</param>
            /// <param name="ceil_mode">Whether a last window may reach beyond the image.</param>
            /// <returns>The module.</returns>
            public static Modules.MaxPool2d MaxPool2d(
                long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                new([kernel_size, kernel_size], Both(stride), Both(padding), Both(dilation), ceil_mode);

            /// <summary>A module that takes the largest pixel of each window; pairs are (vertical, horizontal).</summary>
            /// <param name="kernel_size">Rows and columns of a window.</param>
            /// <param name="stride">Pixels from one window to the next; the window's size when null.</param>
            /// <param name="padding">Pixels at each margin, at most half a window; none when null.</param>
            /// <param name="dilation">Pixels from one pixel of a window to its next; 1 when null.</param>
            /// <param name="ceil_mode">Whether a last window may reach beyond the image.</param>
            /// <returns>The module.</returns>
            public static Modules.MaxPool2d MaxPool2d(
                (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, (long, long)? dilation = null,
                bool ceil_mode = false) =>
                new(Both(kernel_size), Both(stride), Both(padding), Both(dilation), ceil_mode);

            /// <summary>
            /// A module that takes the largest pixel of each window; the arrays hold one number, or vertical and horizontal.
            /// </summary>
            /// <param name="kernel_size">Rows and columns of a window.</param>
            /// <param name="stride">Pixels from one window to the next; the window's size when null.</param>
            /// <param name="padding">Pixels at each margin, at most half a window; none when null.</param>
            /// <param name="dilation">Pixels from one pixel of a window to its next; 1 when null.</param>
            /// <param name="ceil_mode">Whether a last window may reach beyond the image.</param>
            /// <returns>The module.</returns>
            public static Modules.MaxPool2d MaxPool2d(
                long[] kernel_size, long[]? stride = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                new(kernel_size, stride, padding, dilation, ceil_mode);

            private static long[]? Both(long? number) => number is { } n ? [n, n] : null;

            private static long[]? Both((long, long)? pair) => pair is { } p ? Both(p) : null;

            public static partial class functional
            {
                /// <summary>The largest pixel of each square window.</summary>
                /// <param name="input">Images, (batch ×) channels × rows × columns.</param>
                /// <param name="kernel_size">Rows and columns of a window.</param>
                /// <param name="stride">Pixels from one window to the next; the window's size when null.</param>
                /// <param name="padding">Pixels at each margin, at most half a window; none when null.</param>
                /// <param name="dilation">Pixels from one pixel of a window to its next; 1 when null.</param>
                /// <param name="ceil_mode">Whether a last window may reach beyond the image.</param>
                /// <returns>A new tensor; the first of equal pixels gets the gradient.</returns>
                public static Tensor max_pool2d(
                    Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null,
                    bool ceil_mode = false) =>
                    max_pool2d(input, [kernel_size, kernel_size], Both(stride), Both(padding), Both(dilation), ceil_mode);

                /// <summary>The largest pixel of each window; pairs are (vertical, horizontal).</summary>
                /// <param name="input">Images, (batch ×) channels × rows × columns.</param>
                /// <param name="kernel_size">Rows and columns of a window.</param>
                /// <param name="stride">Pixels from one window to the next; the window's size when null.</param>
                /// <param name="padding">Pixels at each margin, at most half a window; none when null.</param>
                /// <param name="dilation">Pixels from one pixel of a window to its next; 1 when null.</param>
                /// <param name="ceil_mode">Whether a last window may reach beyond the image.</param>
                /// <returns>A new tensor; the first of equal pixels gets the gradient.</returns>
                public static Tensor max_pool2d(
                    Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null,
                    (long, long)? dilation = null, bool ceil_mode = false) =>
                    max_pool2d(input, Both(kernel_size), Both(stride), Both(padding), Both(dilation), ceil_mode);

                /// <summary>The largest pixel of each window; the arrays hold one number, or vertical and horizontal.</summary>
                /// <param name="input">Images, (batch ×) channels × rows × columns.</param>
                /// <param name="kernel_size">Rows and columns of a window.</param>
                /// <param name="strides">Pixels from one window to the next; the window's size when null.</param>
                /// <param name="padding">Pixels at each margin, at most half a window; none when null.</param>
                /// <param name="dilation">Pixels from one pixel of a window to its next; 1 when null.</param>
                /// <param name="ceil_mode">Whether a last window may reach beyond the image.</param>
                /// <returns>A new tensor; the first of equal pixels gets the gradient.</returns>
                public static Tensor max_pool2d(
                    Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null,
                    bool ceil_mode = false)
                {
                    var options = PoolingOptions.From(nameof(max_pool2d), kernel_size, strides, padding, dilation, ceil_mode);
                    return WindowPooling.Largest(input, options, indices: false).Values;
                }

                /// <summary>
                /// The largest pixel of each window, and where it is; the arrays hold one number, or vertical and horizontal.
                /// </summary>
                /// <param name="input">Images, (batch ×) channels × rows × columns.</param>
                /// <param name="kernel_size">Rows and columns of a window.</param>
                /// <param name="strides">Pixels from one window to the next; the window's size when null.</param>
                /// <param name="padding">Pixels at each margin, at most half a window; none when null.</param>
                /// <param name="dilation">Pixels from one pixel of a window to its next; 1 when null.</param>
                /// <param name="ceil_mode">Whether a last window may reach beyond the image.</param>
                /// <returns>The pixels, and their numbers in the image, row × columns + column (Int64).</returns>
                public static (Tensor output, Tensor indices) max_pool2d_with_indices(
                    Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null,
                    bool ceil_mode = false)
                {
                    var options = PoolingOptions.From(nameof(max_pool2d), kernel_size, strides, padding, dilation, ceil_mode);
                    var (values, indices) = WindowPooling.Largest(input, options, indices: true);
                    return (values, indices!);
                }
            }
        }
    }
}
