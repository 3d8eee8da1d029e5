using static TorchSharp.torch;

namespace Tortue.Tensors;

/// <summary>Windows of images as columns of a matrix; pairs are (vertical, horizontal).</summary>
internal static class Unfolding
{
    public static Tensor Run(
        Tensor input, (long Y, long X) kernel, (long Y, long X) dilation, (long Y, long X) padding, (long Y, long X) stride)
    {
        CheckNumbers(kernel, dilation, padding, stride);
        if (input.Rank is not (3 or 4) || input.Sizes.AsSpan(input.Rank - 3).Contains(0))
        {
            throw TorchError.Because("Expected 3D or 4D (batch mode) tensor with possibly 0 batch size and other non-zero dimensions for " +
                $"input, but got: {Shapes.Text(input.Sizes)}");
        }

        var (spanY, spanX) = ((dilation.Y * (kernel.Y - 1)) + 1, (dilation.X * (kernel.X - 1)) + 1);
        var (countY, countX) = (Count(input.Sizes[^2], padding.Y, spanY, stride.Y), Count(input.Sizes[^1], padding.X, spanX, stride.X));
        if (countY < 1 || countX < 1)
        {
            throw TorchError.Because($"Given input with spatial size ({input.Sizes[^2]}, {input.Sizes[^1]}), kernel_size={kernel}, " +
                $"dilation={dilation}, padding={padding}, calculated shape of the array of sliding blocks as ({countY}, {countX}), but " +
                "its components must be at least one.");
        }

        if (input.Rank == 3)
            return Composite.Of(() => Run(input.unsqueeze(0), kernel, dilation, padding, stride).squeeze(0));

        return Composite.Of(() =>
        {
            var wider = padding == (0, 0) ? input : nn.functional.pad(input, (padding.X, padding.X, padding.Y, padding.Y));
            var windows = wider.unfold(2, spanY, stride.Y).slice(-1, 0, spanY, dilation.Y)
                .unfold(3, spanX, stride.X).slice(-1, 0, spanX, dilation.X);
            return windows.permute(0, 1, 4, 5, 2, 3).reshape(input.Sizes[0], input.Sizes[1] * kernel.Y * kernel.X, countY * countX);
        });
    }

    private static long Count(long size, long padding, long span, long stride) =>
        (long)Math.Floor((double)(size + (2 * padding) - span) / stride) + 1;

    private static void CheckNumbers((long Y, long X) kernel, (long Y, long X) dilation, (long Y, long X) padding, (long Y, long X) stride)
    {
        if (kernel.Y <= 0 || kernel.X <= 0)
        {
            throw TorchError.Because(
                $"kernel size should be greater than zero, but got kernel_height: {kernel.Y} kernel_width: {kernel.X}");
        }

        if (dilation.Y <= 0 || dilation.X <= 0)
        {
            throw TorchError.Because(
                $"dilation should be greater than zero, but got dilation_height: {dilation.Y} dilation_width: {dilation.X}");
        }

        if (padding.Y < 0 || padding.X < 0)
            throw TorchError.Because($"padding should be non-negative, but got pad_height: {padding.Y} pad_width: {padding.X}");
        if (stride.Y <= 0 || stride.X <= 0)
            throw TorchError.Because($"stride should be greater than zero, but got stride_height: {stride.Y} stride_width: {stride.X}");
    }
}
