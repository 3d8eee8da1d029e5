using Tortue.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>The windows that a convolution's kernel sees, as columns of a matrix.</summary>
    public sealed class Unfold : ParameterLessModule<Tensor, Tensor>
    {
        internal Unfold((long, long) kernelSize, (long, long) dilation, (long, long) padding, (long, long) stride)
            : base(nameof(Unfold)) =>
            (kernel_size, this.dilation, this.padding, this.stride) = (kernelSize, dilation, padding, stride);

        /// <summary>Rows and columns of a window.</summary>
        public (long, long) kernel_size { get; set; }

        /// <summary>Pixels from one pixel of a window to its next, vertical and horizontal.</summary>
        public (long, long) dilation { get; set; }

        /// <summary>Zeros at each margin, vertical and horizontal.</summary>
        public (long, long) padding { get; set; }

        /// <summary>Pixels from one window to the next, vertical and horizontal.</summary>
        public (long, long) stride { get; set; }

        private protected override string Settings =>
            $"kernel_size={kernel_size}, dilation={dilation}, padding={padding}, stride={stride}";

        /// <inheritdoc/>
        /// <param name="tensor">Images, (batch ×) channels × rows × columns.</param>
        /// <returns>(Batch ×) channels · pixels of a window × windows.</returns>
        public override Tensor forward(Tensor tensor) => nn.functional.unfold(tensor, kernel_size, dilation, padding, stride);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A module that gives the square windows that a convolution's kernel sees, as columns of a matrix.</summary>
            /// <param name="kernel_size">Rows and columns of a window.</param>
            /// <param name="dilation">Pixels from one pixel of a window to its next.</param>
            /// <param name="padding">Zeros at each margin.</param>
            /// <param name="stride">Pixels from one window to the next.</param>
            /// <returns>The module.</returns>
            public static Modules.Unfold Unfold(long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
                new((kernel_size, kernel_size), (dilation, dilation), (padding, padding), (stride, stride));

            /// <summary>
            /// A module that gives the windows that a convolution's kernel sees, as columns of a matrix; pairs are (vertical, horizontal).
            /// </summary>
            /// <param name="kernel_size">Rows and columns of a window.</param>
            /// <param name="dilation">Pixels from one pixel of a window to its next; 1 when null.</param>
            /// <param name="padding">Zeros at each margin; none when null.</param>
            /// <param name="stride">Pixels from one window to the next; 1 when null.</param>
            /// <returns>The module.</returns>
            public static Modules.Unfold Unfold(
                (long, long) kernel_size, (long, long)? dilation = null, (long, long)? padding = null, (long, long)? stride = null) =>
                new(kernel_size, dilation ?? (1, 1), padding ?? (0, 0), stride ?? (1, 1));

            public static partial class functional
            {
                /// <summary>
                /// The square windows that a convolution's kernel sees, as columns of a matrix: the kernels, as rows of a matrix, times
                /// this one are the convolution.
                /// </summary>
                /// <param name="input">Images, (batch ×) channels × rows × columns.</param>
                /// <param name="kernel_size">Rows and columns of a window.</param>
                /// <param name="dilation">Pixels from one pixel of a window to its next.</param>
                /// <param name="padding">Zeros at each margin.</param>
                /// <param name="stride">Pixels from one window to the next.</param>
                /// <returns>(Batch ×) channels · pixels of a window × windows.</returns>
                public static Tensor unfold(Tensor input, long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
                    unfold(input, (kernel_size, kernel_size), (dilation, dilation), (padding, padding), (stride, stride));

                /// <summary>
                /// The windows that a convolution's kernel sees, as columns of a matrix: the kernels, as rows of a matrix, times this one
                /// are the convolution. Pairs are (vertical, horizontal).
                /// </summary>
                /// <param name="input">Images, (batch ×) channels × rows × columns.</param>
                /// <param name="kernel_size">Rows and columns of a window.</param>
                /// <param name="dilation">Pixels from one pixel of a window to its next; 1 when null.</param>
                /// <param name="padding">Zeros at each margin; none when null.</param>
                /// <param name="stride">Pixels from one window to the next; 1 when null.</param>
                /// <returns>(Batch ×) channels · pixels of a window × windows.</returns>
                public static Tensor unfold(
                    Tensor input, (long, long) kernel_size, (long, long)? dilation = null, (long, long)? padding = null,
                    (long, long)? stride = null) =>
                    Unfolding.Run(input, kernel_size, dilation ?? (1, 1), padding ?? (0, 0), stride ?? (1, 1));
            }
        }
    }
}
