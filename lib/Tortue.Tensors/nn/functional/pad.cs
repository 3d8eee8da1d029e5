using Tortue.Tensors;
using Tortue.Tensors.Autograd;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Widens the last dimensions.</summary>
            /// <param name="input">Any tensor; for margins other than constants, one of 2 to 5 dimensions.</param>
            /// <param name="pad">
            /// Elements before and after in the last dimension, then before and after in the one before it, and so on; negative numbers
            /// make a dimension shorter.
            /// </param>
            /// <param name="mode">
            /// What margins are filled with; other than constants, for the last one, two or three dimensions behind channels.
            /// </param>
            /// <param name="value">The constant.</param>
            /// <returns>A new tensor.</returns>
            public static Tensor pad(Tensor input, long[] pad, PaddingModes mode = PaddingModes.Constant, double value = 0)
            {
                if (pad.Length % 2 != 0)
                    throw TorchError.Because("Padding length must be divisible by 2");
                if (pad.Length > 2 * input.Rank)
                    throw TorchError.Because("Padding length too large");
                if (mode is PaddingModes.Constant or PaddingModes.Zeros)
                    return Composite.Of(() => WithConstants(input, pad, value));
                if (pad.Length / 2 is not (1 or 2 or 3) || input.Rank - (pad.Length / 2) is not (1 or 2))
                    throw TorchError.Because("Only 2D, 3D, 4D, 5D padding with non-constant padding are supported for now");

                return Composite.Of(() => WithMargins(input, pad, mode));
            }

            private static Tensor WithMargins(Tensor input, long[] pad, PaddingModes mode)
            {
                var result = input;
                for (var d = 0; d < pad.Length / 2; d++)
                {
                    var (dim, before, after) = (input.Rank - 1 - d, pad[2 * d], pad[(2 * d) + 1]);
                    // What a circle is cut by comes off before it is closed.
                    if (mode == PaddingModes.Circular && (before < 0 || after < 0))
                    {
                        result = result.slice(dim, Math.Max(-before, 0), input.Sizes[dim] - Math.Max(-after, 0), 1);
                        (before, after) = (Math.Max(before, 0), Math.Max(after, 0));
                    }

                    result = Margins.Add(result, dim, before, after, mode);
                }

                return result;
            }

            /// <inheritdoc cref="pad(Tensor, long[], PaddingModes, double)"/>
            public static Tensor pad(
                Tensor input, ReadOnlySpan<long> pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, pad.ToArray(), mode, value);

            /// <summary>Widens the last dimension.</summary>
            /// <param name="input">Any tensor; for margins other than constants, one of 2 or 3 dimensions.</param>
            /// <param name="pad">Elements before and after.</param>
            /// <param name="mode">What margins are filled with.</param>
            /// <param name="value">The constant.</param>
            /// <returns>A new tensor.</returns>
            public static Tensor pad(
                Tensor input, (long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, [pad.Item1, pad.Item2], mode, value);

            /// <summary>Widens the last two dimensions.</summary>
            /// <param name="input">Images; for margins other than constants, (batch ×) channels × rows × columns.</param>
            /// <param name="pad">Columns to the left and to the right, then rows above and below.</param>
            /// <param name="mode">What margins are filled with.</param>
            /// <param name="value">The constant.</param>
            /// <returns>A new tensor.</returns>
            public static Tensor pad(
                Tensor input, (long, long, long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, [pad.Item1, pad.Item2, pad.Item3, pad.Item4], mode, value);

            /// <summary>Widens every dimension, channels and batch included.</summary>
            /// <param name="input">Any tensor; only constants can be put around all dimensions.</param>
            /// <param name="pad">Elements at either end of each dimension.</param>
            /// <param name="mode">What margins are filled with.</param>
            /// <param name="value">The constant.</param>
            /// <returns>A new tensor.</returns>
            public static Tensor pad(Tensor input, long pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, [.. Enumerable.Repeat(pad, 2 * input.Rank)], mode, value);

            private static Tensor WithConstants(Tensor input, long[] pad, double value)
            {
                var (sizes, kept) = (input.shape, input);
                for (var d = 0; d < pad.Length / 2; d++)
                {
                    var (dim, before, after) = (input.Rank - 1 - d, pad[2 * d], pad[(2 * d) + 1]);
                    sizes[dim] += before + after;
                    if (sizes[dim] < 0)
                    {
                        throw TorchError.Because($"The input size {input.Sizes[dim]}, plus negative padding {before} and {after}, " +
                            $"resulted in a negative output size, which is invalid. Check dimension {dim} of your input.");
                    }

                    var start = Math.Max(-before, 0);
                    kept = kept.narrow(dim, start, Math.Max(input.Sizes[dim] - start - Math.Max(-after, 0), 0));
                }

                var result = Tensor.Empty(sizes, input.dtype);
                result.Fill(value);
                Inside(result).Assign(kept);
                return GradientNode.Begin("ConstantPadNdBackward0", kept)?.Input(kept, Inside).Output(result) ?? result;

                Tensor Inside(Tensor whole)
                {
                    for (var d = 0; d < pad.Length / 2; d++)
                    {
                        var dim = input.Rank - 1 - d;
                        whole = whole.narrow(dim, Math.Max(pad[2 * d], 0), kept.Sizes[dim]);
                    }

                    return whole;
                }
            }
        }
    }
}
