using Tortue.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>The convolution of sequences with kernels that are learned.</summary>
    public sealed class Conv1d : Convolution
    {
        internal Conv1d(ConvolutionOptions options, Device? device, ScalarType? dtype)
            : base(nameof(Conv1d), options, device, dtype)
        {
        }

        /// <inheritdoc/>
        /// <param name="input">Sequences, (batch ×) in_channels × length.</param>
        /// <returns>(Batch ×) out_channels × length.</returns>
        public override Tensor forward(Tensor input)
        {
            var (before, after) = (Options.Before[0], Options.After[0]);
            if (Options.PaddingMode == PaddingModes.Zeros || input.Rank is not (2 or 3))
            {
                return SequenceConvolution.Convolve(
                    input, weight, bias, Options.Stride[0], before, after, Options.Dilation[0], Options.Groups);
            }

            using var wider = Margins.Add(input, input.Rank - 1, before, after, Options.PaddingMode);
            return SequenceConvolution.Convolve(wider, weight, bias, Options.Stride[0], 0, 0, Options.Dilation[0], Options.Groups);
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
            /// A convolution of sequences with learned kernels. Kernels and biases are drawn uniformly on ±1/√n, where n is the number of
            /// products in an output's sum.
            /// </summary>
            /// <param name="in_channels">Channels of the input.</param>
            /// <param name="out_channels">Channels of the output.</param>
            /// <param name="kernel_size">Weights of a kernel.</param>
            /// <param name="stride">Elements from one place of a kernel to the next.</param>
            /// <param name="padding">Elements at either end.</param>
            /// <param name="dilation">Elements from one weight to the next.</param>
            /// <param name="padding_mode">What the ends are filled with.</param>
            /// <param name="groups">Parts into which channels are cut; divides both channel numbers.</param>
            /// <param name="bias">Whether a number is added to each output.</param>
            /// <param name="device">The CPU, or null.</param>
            /// <param name="dtype">The type of the parameters; Float32 when null.</param>
            /// <returns>The module.</returns>
            public static Modules.Conv1d Conv1d(
                long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null,
                ScalarType? dtype = null) =>
                new(Options(in_channels, out_channels, kernel_size, stride, dilation, padding_mode, groups, bias) with
                {
                    Padding = [padding],
                }, device, dtype);

            /// <summary>A convolution of sequences with learned kernels, with ends by name.</summary>
            /// <param name="in_channels">Channels of the input.</param>
            /// <param name="out_channels">Channels of the output.</param>
            /// <param name="kernel_size">Weights of a kernel.</param>
            /// <param name="padding">Nothing at the ends, or what keeps the length as it is.</param>
            /// <param name="stride">Elements from one place of a kernel to the next.</param>
            /// <param name="dilation">Elements from one weight to the next.</param>
            /// <param name="padding_mode">What the ends are filled with.</param>
            /// <param name="groups">Parts into which channels are cut; divides both channel numbers.</param>
            /// <param name="bias">Whether a number is added to each output.</param>
            /// <param name="device">The CPU, or null.</param>
            /// <param name="dtype">The type of the parameters; Float32 when null.</param>
            /// <returns>The module.</returns>
            public static Modules.Conv1d Conv1d(
                long in_channels, long out_channels, long kernel_size, Padding padding, long stride = 1, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null,
                ScalarType? dtype = null) =>
                new(Options(in_channels, out_channels, kernel_size, stride, dilation, padding_mode, groups, bias) with
                {
                    PaddingType = padding,
                }, device, dtype);

            private static ConvolutionOptions Options(
                long inChannels, long outChannels, long kernelSize, long stride, long dilation, PaddingModes mode, long groups,
                bool bias) => new()
                {
                    InChannels = inChannels,
                    OutChannels = outChannels,
                    KernelSize = [kernelSize],
                    Stride = [stride],
                    Dilation = [dilation],
                    PaddingMode = mode,
                    Groups = groups,
                    HasBias = bias,
                };

            public static partial class functional
            {
                /// <summary>The convolution of sequences with kernels.</summary>
                /// <param name="input">Sequences, (batch ×) channels × length; Float32 or Float64.</param>
                /// <param name="weight">Kernels, outputs × channels / groups × length.</param>
                /// <param name="bias">What is added to each output; null for nothing.</param>
                /// <param name="stride">Elements from one place to the next; 1 when null.</param>
                /// <param name="padding">Zeros at either end; none when null.</param>
                /// <param name="dilation">Elements from one weight to the next; 1 when null.</param>
                /// <param name="groups">Parts into which channels and outputs are cut, each of which sees only its own.</param>
                /// <returns>(Batch ×) outputs × length.</returns>
                public static Tensor conv1d(
                    Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, long? padding = null, long? dilation = null,
                    long groups = 1) =>
                    SequenceConvolution.Convolve(
                        input, weight, bias, stride ?? 1, padding ?? 0, padding ?? 0, dilation ?? 1, groups);

                /// <summary>The convolution of sequences with kernels, with ends by name.</summary>
                /// <param name="input">Sequences, (batch ×) channels × length; Float32 or Float64.</param>
                /// <param name="weight">Kernels, outputs × channels / groups × length.</param>
                /// <param name="bias">What is added to each output; null for nothing.</param>
                /// <param name="stride">Elements from one place to the next; 1 when null.</param>
                /// <param name="padding">Nothing at the ends, or what keeps the length as it is.</param>
                /// <param name="dilation">Elements from one weight to the next; 1 when null.</param>
                /// <param name="groups">Parts into which channels and outputs are cut.</param>
                /// <returns>(Batch ×) outputs × length.</returns>
                public static Tensor conv1d_padding(
                    Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, Padding padding = Padding.Valid,
                    long? dilation = null, long groups = 1)
                {
                    if (padding == Padding.Same && stride is not (null or 1))
                        throw TorchError.Because("padding='same' is not supported for strided convolutions");
                    var total = padding == Padding.Same && weight.Rank == 3 ? (dilation ?? 1) * (weight.Sizes[2] - 1) : 0;
                    return SequenceConvolution.Convolve(
                        input, weight, bias, stride ?? 1, total / 2, total - (total / 2), dilation ?? 1, groups);
                }
            }
        }
    }
}
