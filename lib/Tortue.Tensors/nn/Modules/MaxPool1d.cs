using Tortue.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>The largest element of each window that slides along sequences.</summary>
    public sealed class MaxPool1d : ParameterLessModule<Tensor, Tensor>
    {
        internal MaxPool1d(long kernelSize, long? stride, long? padding, long? dilation, bool ceiling)
            : base(nameof(MaxPool1d)) =>
            (kernel_size, this.stride, this.padding, this.dilation, ceil_mode) = (kernelSize, stride, padding, dilation, ceiling);

        /// <summary>Elements of a window.</summary>
        public long kernel_size { get; set; }

        /// <summary>Elements from one window to the next; the window's size when null.</summary>
        public long? stride { get; set; }

        /// <summary>Elements at either end, which are never the largest; none when null.</summary>
        public long? padding { get; set; }

        /// <summary>Elements from one element of a window to its next; 1 when null.</summary>
        public long? dilation { get; set; }

        /// <summary>Whether a last window may reach beyond the sequence.</summary>
        public bool ceil_mode { get; set; }

        private protected override string Settings =>
            $"kernel_size={kernel_size}, stride={stride ?? kernel_size}, padding={padding ?? 0}, dilation={dilation ?? 1}, " +
            $"ceil_mode={ceil_mode}";

        /// <inheritdoc/>
        /// <param name="input">Sequences, (batch ×) channels × length.</param>
        /// <returns>(Batch ×) channels × windows.</returns>
        public override Tensor forward(Tensor input) =>
            nn.functional.max_pool1d(input, kernel_size, stride, padding, dilation, ceil_mode);

        /// <summary>The largest elements, and where they are.</summary>
        /// <param name="input">Sequences, (batch ×) channels × length.</param>
        /// <returns>The elements, and their places in the sequence (Int64).</returns>
        public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input) =>
            nn.functional.max_pool1d_with_indices(input, kernel_size, stride, padding, dilation, ceil_mode);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A module that takes the largest element of each window.</summary>
            /// <param name="kernel_size">Elements of a window.</param>
            /// <param name="stride">Elements from one window to the next; the window's size when null.</param>
            /// <param name="padding">Elements at either end, at most half a window; none when null.</param>
            /// <param name="dilation">Elements from one element of a window to its next; 1 when null.</param>
            /// <param name="ceil_mode">Whether a last window may reach beyond the sequence.</param>
            /// <returns>The module.</returns>
            public static Modules.MaxPool1d MaxPool1d(
                long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                new(kernel_size, stride, padding, dilation, ceil_mode);

            public static partial class functional
            {
                /// <summary>The largest element of each window.</summary>
                /// <param name="input">Sequences, (batch ×) channels × length.</param>
                /// <param name="kernel_size">Elements of a window.</param>
                /// <param name="stride">Elements from one window to the next; the window's size when null.</param>
                /// <param name="padding">Elements at either end, at most half a window; none when null.</param>
                /// <param name="dilation">Elements from one element of a window to its next; 1 when null.</param>
                /// <param name="ceil_mode">Whether a last window may reach beyond the sequence.</param>
                /// <returns>A new tensor; the first of equal elements gets the gradient.</returns>
                public static Tensor max_pool1d(
                    Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null,
                    bool ceil_mode = false)
                {
                    var options = PoolingOptions.OfSequences(
                        nameof(max_pool1d), input, kernel_size, stride, padding ?? 0, dilation ?? 1, ceil_mode);
                    return Composite.Of(() => WindowPooling.Largest(input.unsqueeze(-2), options, indices: false).Values.squeeze(-2));
                }

                /// <summary>The largest element of each window, and where it is.</summary>
                /// <param name="input">Sequences, (batch ×) channels × length.</param>
                /// <param name="kernel_size">Elements of a window.</param>
                /// <param name="stride">Elements from one window to the next; the window's size when null.</param>
                /// <param name="padding">Elements at either end, at most half a window; none when null.</param>
                /// <param name="dilation">Elements from one element of a window to its next; 1 when null.</param>
                /// <param name="ceil_mode">Whether a last window may reach beyond the sequence.</param>
                /// <returns>The elements, and their places in the sequence (Int64).</returns>
                public static (Tensor output, Tensor indices) max_pool1d_with_indices(
                    Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null,
                    bool ceil_mode = false)
                {
                    var options = PoolingOptions.OfSequences(
                        nameof(max_pool1d), input, kernel_size, stride, padding ?? 0, dilation ?? 1, ceil_mode);
                    return Composite.Of(() =>
                    {
                        var (values, indices) = WindowPooling.Largest(input.unsqueeze(-2), options, indices: true);
                        return (values.squeeze(-2), indices!.squeeze(-2));
                    });
                }
            }
        }
    }
}
