using System.Numerics;
using Tortue.Tensors.Autograd;
using Tortue.Tensors.Kernels;
using static TorchSharp.torch;

namespace Tortue.Tensors;

/// <summary>Convolutions of tensors, with their history.</summary>
internal static class Convolving
{
    /// <summary>The convolution of a batch, or of one image, with zeros at the margins.</summary>
    /// <param name="input">(batch ×) channels × rows × columns.</param>
    /// <param name="weight">Outputs × channels of a group × rows × columns.</param>
    /// <param name="bias">One number an output; null for none.</param>
    /// <param name="stride">Vertical and horizontal.</param>
    /// <param name="padding">Zeros above and to the left.</param>
    /// <param name="paddingAfter">Zeros below and to the right.</param>
    /// <param name="dilation">Vertical and horizontal.</param>
    /// <param name="groups">How many.</param>
    public static Tensor Convolve(
        Tensor input, Tensor weight, Tensor? bias, long[] stride, long[] padding, long[] paddingAfter, long[] dilation, long groups)
    {
        ConvolutionCheck.Run(input, weight, bias, stride, padding, paddingAfter, dilation, groups);
        if (input.Rank == 3)
        {
            using var one = input.unsqueeze(0);
            using var results = Convolve(one, weight, bias, stride, padding, paddingAfter, dilation, groups);
            return results.squeeze(0);
        }

        var size = new ConvolutionSize(
            (int)input.Sizes[0], (int)input.Sizes[1], (int)weight.Sizes[0], (int)groups, Pair(input.Sizes[2..]), Pair(weight.Sizes[2..]),
            Pair(stride), Pair(padding), Pair(paddingAfter), Pair(dilation));
        return input.dtype == ScalarType.Float32
            ? Convolve<float>(size, input, weight, bias)
            : Convolve<double>(size, input, weight, bias);
    }

    private static Tensor Convolve<T>(ConvolutionSize size, Tensor input, Tensor weight, Tensor? bias)
        where T : unmanaged, INumber<T>
    {
        var result = Tensor.Empty([size.Batch, size.Outputs, size.Result.Y, size.Result.X], input.dtype);
        Forward<T>(size, input, weight, bias, result);
        ReadOnlySpan<Tensor> inputs = bias is null ? [input, weight] : [input, weight, bias];
        if (GradientNode.Begin("ConvolutionBackward0", inputs) is not { } node)
            return result;

        var (x, w) = (node.Save(input, weight.requires_grad), node.Save(weight, input.requires_grad));
        // The biases' gradient belongs to this one, and comes with the kernels'.
        (Tensor? Gradient, T[] Biases) known = (null, []);
        node.Input(input, g => ToImages<T>(size, g, w.Value));
        node.Input(weight, g =>
        {
            known = (g, new T[bias is { requires_grad: true } ? size.Outputs : 0]);
            return ToWeights(size, x.Value, g, known.Biases);
        });
        if (bias is not null)
            node.Input(bias, g => ReferenceEquals(known.Gradient, g) ? Made(known.Biases) : g.sum([0, 2, 3]));
        return node.Output(result);

        static Tensor Made(T[] values)
        {
            var made = Tensor.Empty([values.Length], ScalarTypes.Of<T>());
            values.CopyTo(made.Span<T>());
            return made;
        }
    }

    private static void Forward<T>(ConvolutionSize size, Tensor input, Tensor weight, Tensor? bias, Tensor result)
        where T : unmanaged, INumber<T>
    {
        if (result.Count == 0)
            return;
        using var x = Operand.InOrder(input);
        using var w = Operand.InOrder(weight);
        using var b = bias is null ? default : Operand.InOrder(bias);
        Convolution.Forward<T>(size, x.Span<T>(), w.Span<T>(), bias is null ? [] : b.Span<T>(), result.Span<T>(), KernelWidths.Current);
    }

    private static Tensor ToImages<T>(ConvolutionSize size, Tensor gradient, Tensor weight)
        where T : unmanaged, INumber<T>
    {
        var result = Tensor.Empty([size.Batch, size.Channels, size.Image.Y, size.Image.X], gradient.dtype);
        using var g = Operand.InOrder(gradient);
        using var w = Operand.InOrder(weight);
        if (result.Count > 0)
            Convolution.BackwardToImages<T>(size, g.Span<T>(), w.Span<T>(), result.Span<T>(), KernelWidths.Current);
        return result;
    }

    private static Tensor ToWeights<T>(ConvolutionSize size, Tensor input, Tensor gradient, Span<T> biases)
        where T : unmanaged, INumber<T>
    {
        var result = Tensor.Empty([size.Outputs, size.GroupChannels, size.Kernel.Y, size.Kernel.X], gradient.dtype);
        using var x = Operand.InOrder(input);
        using var g = Operand.InOrder(gradient);
        if (size.Batch == 0)
            result.Fill(0);
        else
            Convolution.BackwardToWeights<T>(size, x.Span<T>(), g.Span<T>(), result.Span<T>(), biases, KernelWidths.Current);
        return result;
    }

    private static (int Y, int X) Pair(long[] values) => ((int)values[0], (int)values[1]);
}
