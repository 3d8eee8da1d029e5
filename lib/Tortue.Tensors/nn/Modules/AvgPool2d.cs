using Tortue.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>The average of each window that slides over images.</summary>
    public sealed class AvgPool2d : ParameterLessModule<Tensor, Tensor>
    {
        internal AvgPool2d(long[] kernelSize, long[]? stride, long[]? padding, bool ceiling, bool countMargins, long? divisor)
            : base(nameof(AvgPool2d)) =>
            (kernel_size, this.stride, this.padding, ceil_mode, count_include_pad, divisor_override) =
                ([.. kernelSize], [.. stride ?? kernelSize], [.. padding ?? [0, 0]], ceiling, countMargins, divisor);

        /// <summary>Rows and columns of a window.</summary>
        public long[] kernel_size { get; set; }

        /// <summary>Pixels from one window to the next, vertical and horizontal.</summary>
        public long[] stride { get; set; }

        /// <summary>Zeros at each margin, vertical and horizontal.</summary>
        public long[] padding { get; set; }

        /// <summary>Whether a last window may reach beyond the image.</summary>
        public bool ceil_mode { get; set; }

        /// <summary>Whether the zeros of the margins count in the averages.</summary>
        public bool count_include_pad { get; set; }

        /// <summary>What sums are divided by; null for the number of their pixels.</summary>
        public long? divisor_override { get; set; }

        private protected override string Settings =>
            $"kernel_size={PoolingOptions.Text(kernel_size)}, stride={PoolingOptions.Text(stride)}, " +
            $"padding={PoolingOptions.Text(padding)}";

        /// <inheritdoc/>
        /// <param name="input">Images, (batch ×) channels × rows × columns.</param>
        /// <returns>(Batch ×) channels × rows and columns of windows.</returns>
        public override Tensor forward(Tensor input) =>
            nn.functional.avg_pool2d(input, kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A module that averages each square window.</summary>
            /// <param name="kernel_size">Rows and columns of a window.</param>
            /// <param name="stride">Pixels from one window to the next; the window's size when null.</param>
            /// <param name="padding">Zeros at each margin, at most half a window; none when null.</param>
            /// <param name="ceil_mode">Whether a last window may reach beyond the image.</param>
            /// <param name="count_include_pad">Whether the zeros of the margins count in the averages.</param>
            /// <param name="divisor_override">What sums are divided by; the number of their pixels when null or 0.</param>
            /// <returns>The module.</returns>
            public static Modules.AvgPool2d AvgPool2d(
                long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false, bool count_include_pad = true,
                long? divisor_override = null) =>
                new([kernel_size, kernel_size], Both(stride), Both(padding), ceil_mode, count_include_pad, divisor_override);

            /// <summary>A module that averages each window; pairs are (vertical, horizontal).</summary>
            /// <param name="kernel_size">Rows and columns of a window.</param>
            /// <param name="stride">Pixels from one window to the next; the window's size when null.</param>
            /// <param name="padding">Zeros at each margin, at most half a window; none when null.</param>
            /// <param name="ceil_mode">Whether a last window may reach beyond the image.</param>
            /// <param name="count_include_pad">Whether the zeros of the margins count in the averages.</param>
            /// <param name="divisor_override">What sums are divided by; the number of their pixels when null or 0.</param>
            /// <returns>The module.</returns>
            public static Modules.AvgPool2d AvgPool2d(
                (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, bool ceil_mode = false,
                bool count_include_pad = true, long? divisor_override = null) =>
                new(Both(kernel_size), Both(stride), Both(padding), ceil_mode, count_include_pad, divisor_override);

            /// <summary>A module that averages each window; the arrays hold one number, or vertical and horizontal.</summary>
            /// <param name="kernel_size">Rows and columns of a window.</param>
            /// <param name="stride">Pixels from one window to the next; the window's size when null.</param>
            /// <param name="padding">Zeros at each margin, at most half a window; none when null.</param>
            /// <param name="ceil_mode">Whether a last window may reach beyond the image.</param>
            /// <param name="count_include_pad">Whether the zeros of the margins count in the averages.</param>
            /// <param name="divisor_override">What sums are divided by; the number of their pixels when null or 0.</param>
            /// <returns>The module.</returns>
            public static Modules.AvgPool2d AvgPool2d(
                long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false, bool count_include_pad = true,
                long? divisor_override = null) =>
                new(kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);

            public static partial class functional
            {
                /// <summary>The average of each square window.</summary>
                /// <param name="input">Images, (batch ×) channels × rows × columns.</param>
                /// <param name="kernel_size">Rows and columns of a window.</param>
                /// <param name="stride">Pixels from one window to the next; the window's size when null.</param>
                /// <param name="padding">Zeros at each margin, at most half a window.</param>
                /// <param name="ceil_mode">Whether a last window may reach beyond the image.</param>
                /// <param name="count_include_pad">Whether the zeros of the margins count in the averages.</param>
                /// <param name="divisor_override">What sums are divided by; the number of their pixels when null or 0.</param>
                /// <returns>A new tensor.</returns>
                public static Tensor avg_pool2d(
                    Tensor input, long kernel_size, long? stride = null, long padding = 0, bool ceil_mode = false,
                    bool count_include_pad = true, long? divisor_override = null) =>
                    avg_pool2d(
                        input, [kernel_size], Both(stride), [padding, padding], ceil_mode, count_include_pad, divisor_override);

                /// <summary>The average of each window; pairs are (vertical, horizontal).</summary>
                /// <param name="input">Images, (batch ×) channels × rows × columns.</param>
                /// <param name="kernel_size">Rows and columns of a window.</param>
                /// <param name="stride">Pixels from one window to the next; the window's size when null.</param>
                /// <param name="padding">Zeros at each margin, at most half a window; none when null.</param>
                /// <param name="ceil_mode">Whether a last window may reach beyond the image.</param>
                /// <param name="count_include_pad">Whether the zeros of the margins count in the averages.</param>
                /// <param name="divisor_override">What sums are divided by; the number of their pixels when null or 0.</param>
                /// <returns>A new tensor.</returns>
                public static Tensor avg_pool2d(
                    Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null,
                    bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                    avg_pool2d(input, Both(kernel_size), Both(stride), Both(padding), ceil_mode, count_include_pad, divisor_override);

                /// <summary>The average of each window; the arrays hold one number, or vertical and horizontal.</summary>
                /// <param name="input">Images, (batch ×) channels × rows × columns.</param>
                /// <param name="kernel_size">Rows and columns of a window.</param>
                /// <param name="stride">Pixels from one window to the next; the window's size when null.</param>
                /// <param name="padding">Zeros at each margin, at most half a window; none when null.</param>
                /// <param name="ceil_mode">Whether a last window may reach beyond the image.</param>
                /// <param name="count_include_pad">Whether the zeros of the margins count in the averages.</param>
                /// <param name="divisor_override">What sums are divided by; the number of their pixels when null or 0.</param>
                /// <returns>A new tensor.</returns>
                public static Tensor avg_pool2d(
                    Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false,
                    bool count_include_pad = true, long? divisor_override = null)
                {
                    var options = PoolingOptions.From(nameof(avg_pool2d), kernel_size, stride, padding, null, ceil_mode);
                    return WindowPooling.Average(input, options, count_include_pad, divisor_override is 0 ? null : divisor_override);
                }
            }
        }
    }
}
