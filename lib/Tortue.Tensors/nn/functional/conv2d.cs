using Tortue.Tensors;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>
            /// The convolution of images with kernels: at each place, every output is the sum of the products of a kernel with the pixels
            /// below it, over all channels of its group.
            /// </summary>
            /// <param name="input">Images, (batch ×) channels × rows × columns; Float32 or Float64.</param>
            /// <param name="weight">Kernels, outputs × channels / groups × rows × columns.</param>
            /// <param name="bias">What is added to each output; null for nothing.</param>
            /// <param name="strides">Pixels from one place to the next, one number or (vertical, horizontal); 1 when null.</param>
            /// <param name="padding">Zeros at each margin, one number or (vertical, horizontal); 0 when null.</param>
            /// <param name="dilation">Pixels from one weight to the next, one number or (vertical, horizontal); 1 when null.</param>
            /// <param name="groups">Parts into which channels and outputs are cut, each of which sees only its own.</param>
            /// <returns>(Batch ×) outputs × rows × columns.</returns>
            public static Tensor conv2d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? dilation = null,
                long groups = 1)
            {
                var margin = ConvolutionCheck.Pair(padding, 0, nameof(padding));
                return Convolving.Convolve(
                    input, weight, bias, ConvolutionCheck.Pair(strides, 1, "stride"), margin, margin,
                    ConvolutionCheck.Pair(dilation, 1, nameof(dilation)), groups);
            }

            /// <summary>The convolution of images with kernels, with margins by name.</summary>
            /// <param name="input">Images, (batch ×) channels × rows × columns; Float32 or Float64.</param>
            /// <param name="weight">Kernels, outputs × channels / groups × rows × columns.</param>
            /// <param name="bias">What is added to each output; null for nothing.</param>
            /// <param name="strides">Pixels from one place to the next; 1 when null, and always 1 with <see cref="Padding.Same"/>.</param>
            /// <param name="padding">No margins, or those that keep rows and columns as many as they are.</param>
            /// <param name="dilation">Pixels from one weight to the next; 1 when null.</param>
            /// <param name="groups">Parts into which channels and outputs are cut.</param>
            /// <returns>(Batch ×) outputs × rows × columns.</returns>
            public static Tensor conv2d_padding(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, Padding padding = Padding.Valid,
                long[]? dilation = null, long groups = 1)
            {
                if (padding == Padding.Valid)
                    return conv2d(input, weight, bias, strides, null, dilation, groups);

                var stride = ConvolutionCheck.Pair(strides, 1, "stride");
                var step = ConvolutionCheck.Pair(dilation, 1, nameof(dilation));
                if (stride[0] != 1 || stride[1] != 1)
                    throw TorchError.Because("padding='same' is not supported for strided convolutions");
                long[] total = weight.Rank == 4 ? [step[0] * (weight.Sizes[2] - 1), step[1] * (weight.Sizes[3] - 1)] : [0, 0];
                long[] before = [total[0] / 2, total[1] / 2];
                return Convolving.Convolve(
                    input, weight, bias, stride, before, [total[0] - before[0], total[1] - before[1]], step, groups);
            }
        }
    }
}
