namespace Tortue.Tensors.Kernels;

/// <summary>The sizes of a convolution over images; pairs are (vertical, horizontal).</summary>
/// <param name="Batch">Images.</param>
/// <param name="Channels">Channels of an image.</param>
/// <param name="Outputs">Channels of a result.</param>
/// <param name="Groups">Parts into which channels and outputs are cut; each sees only its own. Divides both.</param>
/// <param name="Image">Pixels of an image.</param>
/// <param name="Kernel">Weights of a kernel, at least 1.</param>
/// <param name="Stride">Pixels from one position of the kernel to the next, at least 1.</param>
/// <param name="Padding">Zeros that are put above and to the left, at least 0.</param>
/// <param name="PaddingAfter">Zeros that are put below and to the right, at least 0.</param>
/// <param name="Dilation">Pixels from one weight to the next, at least 1.</param>
internal sealed record ConvolutionSize(
    int Batch, int Channels, int Outputs, int Groups, (int Y, int X) Image, (int Y, int X) Kernel, (int Y, int X) Stride,
    (int Y, int X) Padding, (int Y, int X) PaddingAfter, (int Y, int X) Dilation)
{
    /// <summary>Pixels of a result.</summary>
    public (int Y, int X) Result => (
        ((Image.Y + Padding.Y + PaddingAfter.Y - Span.Y) / Stride.Y) + 1,
        ((Image.X + Padding.X + PaddingAfter.X - Span.X) / Stride.X) + 1);

    /// <summary>Pixels from a kernel's first weight to its last, both included.</summary>
    public (int Y, int X) Span => ((Dilation.Y * (Kernel.Y - 1)) + 1, (Dilation.X * (Kernel.X - 1)) + 1);

    /// <summary>Channels that one output sees.</summary>
    public int GroupChannels => Channels / Groups;

    /// <summary>Outputs that see one channel.</summary>
    public int GroupOutputs => Outputs / Groups;

    /// <summary>Weights between one channel and one output.</summary>
    public int KernelCount => Kernel.Y * Kernel.X;
}
