using Tortue.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>The convolution of images with kernels that are learned.</summary>
    public sealed class Conv2d : Convolution
    {
        internal Conv2d(ConvolutionOptions options, Device? device, ScalarType? dtype)
            : base(nameof(Conv2d), options, device, dtype)
        {
        }

        /// <inheritdoc/>
        /// <param name="input">Images, (batch ×) in_channels × rows × columns.</param>
        /// <returns>(Batch ×) out_channels × rows × columns.</returns>
        public override Tensor forward(Tensor input)
        {
            if (Options.PaddingMode == PaddingModes.Zeros || input.Rank < 3)
            {
                return Convolving.Convolve(
                    input, weight, bias, Options.Stride, Options.Before, Options.After, Options.Dilation, Options.Groups);
            }

            using var wider = Margins.Add(input, Options.Before, Options.After, Options.PaddingMode);
            return Convolving.Convolve(wider, weight, bias, Options.Stride, [0, 0], [0, 0], Options.Dilation, Options.Groups);
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>
            /// A convolution of images with learned square kernels. Kernels and biases are drawn uniformly on ±1/√n, where n is the number
            /// of products in an output's sum.
            /// </summary>
            /// <param name="in_channels">Channels of the input.</param>
            /// <param name="out_channels">Channels of the output.</param>
            /// <param name="kernel_size">Rows and columns of a kernel.</param>
            /// <param name="stride">Pixels from one place of a kernel to the next.</param>
            /// <param name="padding">Pixels at each margin.</param>
            /// <param name="dilation">Pixels from one weight to the next.</param>
            /// <param name="padding_mode">What margins are filled with.</param>
            /// <param name="groups">Parts into which channels are cut; divides both channel numbers.</param>
            /// <param name="bias">Whether a number is added to each output.</param>
            /// <param name="device">The CPU, or null.</param>
            /// <param name="dtype">The type of the parameters; Float32 when null.</param>
            /// <returns>The module.</returns>
            public static Modules.Conv2d Conv2d(
                long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null,
                ScalarType? dtype = null) =>
                Conv2d(in_channels, out_channels, (kernel_size, kernel_size), (stride, stride), (padding, padding), (dilation, dilation),
                    padding_mode, groups, bias, device, dtype);

            /// <summary>A convolution of images with learned square kernels, with margins by name.</summary>
            /// <param name="in_channels">Channels of the input.</param>
            /// <param name="out_channels">Channels of the output.</param>
            /// <param name="kernel_size">Rows and columns of a kernel.</param>
            /// <param name="padding">No margins, or those that keep rows and columns as many as they are.</param>
            /// <param name="stride">Pixels from one place of a kernel to the next.</param>
            /// <param name="dilation">Pixels from one weight to the next.</param>
            /// <param name="padding_mode">What margins are filled with.</param>
            /// <param name="groups">Parts into which channels are cut; divides both channel numbers.</param>
            /// <param name="bias">Whether a number is added to each output.</param>
            /// <param name="device">The CPU, or null.</param>
            /// <param name="dtype">The type of the parameters; Float32 when null.</param>
            /// <returns>The module.</returns>
            public static Modules.Conv2d Conv2d(
                long in_channels, long out_channels, long kernel_size, Padding padding, long stride = 1, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null,
                ScalarType? dtype = null) =>
                Conv2d(in_channels, out_channels, (kernel_size, kernel_size), padding, (stride, stride), (dilation, dilation),
                    padding_mode, groups, bias, device, dtype);

            /// <summary>A convolution of images with learned kernels; pairs are (vertical, horizontal).</summary>
            /// <param name="in_channels">Channels of the input.</param>
            /// <param name="out_channels">Channels of the output.</param>
            /// <param name="kernel_size">Rows and columns of a kernel.</param>
            /// <param name="stride">Pixels from one place of a kernel to the next; 1 when null.</param>
            /// <param name="padding">Pixels at each margin; 0 when null.</param>
            /// <param name="dilation">Pixels from one weight to the next; 1 when null.</param>
            /// <param name="padding_mode">What margins are filled with.</param>
            /// <param name="groups">Parts into which channels are cut; divides both channel numbers.</param>
            /// <param name="bias">Whether a number is added to each output.</param>
            /// <param name="device">The CPU, or null.</param>
            /// <param name="dtype">The type of the parameters; Float32 when null.</param>
            /// <returns>The module.</returns>
            public static Modules.Conv2d Conv2d(
                long in_channels, long out_channels, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null,
                (long, long)? dilation = null, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
                Device? device = null, ScalarType? dtype = null) =>
                new(Options(in_channels, out_channels, kernel_size, stride, dilation, padding_mode, groups, bias) with
                {
                    Padding = Both(padding ?? (0, 0)),
                }, device, dtype);

            /// <summary>A convolution of images with learned kernels, with margins by name; pairs are (vertical, horizontal).</summary>
            /// <param name="in_channels">Channels of the input.</param>
            /// <param name="out_channels">Channels of the output.</param>
            /// <param name="kernel_size">Rows and columns of a kernel.</param>
            /// <param name="padding">No margins, or those that keep rows and columns as many as they are.</param>
            /// <param name="stride">Pixels from one place of a kernel to the next; 1 when null.</param>
            /// <param name="dilation">Pixels from one weight to the next; 1 when null.</param>
            /// <param name="padding_mode">What margins are filled with.</param>
            /// <param name="groups">Parts into which channels are cut; divides both channel numbers.</param>
            /// <param name="bias">Whether a number is added to each output.</param>
            /// <param name="device">The CPU, or null.</param>
            /// <param name="dtype">The type of the parameters; Float32 when null.</param>
            /// <returns>The module.</returns>
            public static Modules.Conv2d Conv2d(
                long in_channels, long out_channels, (long, long) kernel_size, Padding padding, (long, long)? stride = null,
                (long, long)? dilation = null, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
                Device? device = null, ScalarType? dtype = null) =>
                new(Options(in_channels, out_channels, kernel_size, stride, dilation, padding_mode, groups, bias) with
                {
                    PaddingType = padding,
                }, device, dtype);

            private static ConvolutionOptions Options(
                long inChannels, long outChannels, (long, long) kernelSize, (long, long)? stride, (long, long)? dilation,
                PaddingModes mode, long groups, bool bias) => new()
                {
                    InChannels = inChannels,
                    OutChannels = outChannels,
                    KernelSize = Both(kernelSize),
                    Stride = Both(stride ?? (1, 1)),
                    Dilation = Both(dilation ?? (1, 1)),
                    PaddingMode = mode,
                    Groups = groups,
                    HasBias = bias,
                };

            private static long[] Both((long, long) pair) => [pair.Item1, pair.Item2];
        }
    }
}
