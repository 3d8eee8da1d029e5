using Tortue.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>The average of each window that slides along sequences.</summary>
    public sealed class AvgPool1d : ParameterLessModule<Tensor, Tensor>
    {
        internal AvgPool1d(long kernelSize, long? stride, long? padding, bool ceiling, bool countMargins)
            : base(nameof(AvgPool1d)) =>
            (kernel_size, this.stride, this.padding, ceil_mode, count_include_pad) =
                (kernelSize, stride, padding, ceiling, countMargins);

        /// <summary>Elements of a window.</summary>
        public long kernel_size { get; set; }

        /// <summary>Elements from one window to the next; the window's size when null.</summary>
        public long? stride { get; set; }

        /// <summary>Zeros at either end; none when null.</summary>
        public long? padding { get; set; }

        /// <summary>Whether a last window may reach beyond the sequence.</summary>
        public bool ceil_mode { get; set; }

        /// <summary>Whether the zeros at the ends count in the averages.</summary>
        public bool count_include_pad { get; set; }

        private protected override string Settings =>
            $"kernel_size=({kernel_size},), stride=({stride ?? kernel_size},), padding=({padding ?? 0},)";

        /// <inheritdoc/>
        /// <param name="input">Sequences, (batch ×) channels × length.</param>
        /// <returns>(Batch ×) channels × windows.</returns>
        public override Tensor forward(Tensor input) =>
            nn.functional.avg_pool1d(input, kernel_size, stride, padding, ceil_mode, count_include_pad);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A module that averages each window.</summary>
            /// <param name="kernel_size">Elements of a window.</param>
            /// <param name="stride">Elements from one window to the next; the window's size when null.</param>
            /// <param name="padding">Zeros at either end, at most half a window.</param>
            /// <param name="ceil_mode">Whether a last window may reach beyond the sequence.</param>
            /// <param name="count_include_pad">Whether the zeros at the ends count in the averages.</param>
            /// <returns>The module.</returns>
            public static Modules.AvgPool1d AvgPool1d(
                long kernel_size, long? stride = null, long padding = 0, bool ceil_mode = false, bool count_include_pad = true) =>
                new(kernel_size, stride, padding, ceil_mode, count_include_pad);

            public static partial class functional
            {
                /// <summary>The average of each window.</summary>
                /// <param name="input">Sequences, (batch ×) channels × length.</param>
                /// <param name="kernel_size">Elements of a window.</param>
                /// <param name="stride">Elements from one window to the next; the window's size when null.</param>
                /// <param name="padding">Zeros at either end, at most half a window; none when null.</param>
                /// <param name="ceil_mode">Whether a last window may reach beyond the sequence.</param>
                /// <param name="count_include_pad">Whether the zeros at the ends count in the averages.</param>
                /// <returns>A new tensor.</returns>
                public static Tensor avg_pool1d(
                    Tensor input, long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false,
                    bool count_include_pad = true)
                {
                    var options = PoolingOptions.OfSequences(nameof(avg_pool1d), input, kernel_size, stride, padding ?? 0, 1, ceil_mode);
                    return Composite.Of(
                        () => WindowPooling.Average(input.unsqueeze(-2), options, count_include_pad, null).squeeze(-2));
                }
            }
        }
    }
}
