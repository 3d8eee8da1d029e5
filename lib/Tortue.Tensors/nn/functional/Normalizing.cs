using System.Numerics;
using Tortue.Tensors.Autograd;
using Tortue.Tensors.Kernels;
using static TorchSharp.torch;

namespace Tortue.Tensors;

/// <summary>Normalisations of tensors, with their history.</summary>
internal static class Normalizing
{
    /// <summary>Normalises the second dimension's channels over all others.</summary>
    /// <param name="input">Batch × channels (× …), Float32 or Float64.</param>
    /// <param name="weight">Factors of the channels; null for one.</param>
    /// <param name="bias">What is added to channels; null for nothing.</param>
    /// <param name="statistics">Given means and variances; null to take the batch's own.</param>
    /// <param name="eps">What is added to variances.</param>
    /// <param name="name">The operation's name in messages.</param>
    /// <param name="observe">Gets the batch's means and variances (divided by n).</param>
    public static Tensor Channels(
        Tensor input, Tensor? weight, Tensor? bias, (Tensor Mean, Tensor Variance)? statistics, double eps, string name,
        Action<Tensor, Tensor>? observe = null) => input.dtype == ScalarType.Float32
        ? Channels<float>(input, weight, bias, statistics, eps, name, observe)
        : Channels<double>(input, weight, bias, statistics, eps, name, observe);

    private static Tensor Channels<T>(
        Tensor input, Tensor? weight, Tensor? bias, (Tensor Mean, Tensor Variance)? statistics, double eps, string name,
        Action<Tensor, Tensor>? observe)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (images, channels) = ((int)input.Sizes[0], (int)input.Sizes[1]);
        var kernel = new Normalization<T>(images, channels, images * channels == 0 ? 0 : input.Count / images / channels);
        using var x = Operand.InOrder(input);
        var (w, b) = (weight is null ? null : Values<T>(weight), bias is null ? null : Values<T>(bias));
        var result = Tensor.Empty(input.Sizes, input.dtype);
        T[] mean, r;
        if (statistics is { } given)
        {
            mean = Values<T>(given.Mean);
            r = [.. Values<T>(given.Variance).Select(v => T.One / T.Sqrt(v + T.CreateTruncating(eps)))];
            kernel.Apply(x.Tensor.Elements<T>(), mean, Scales(r, w), b, result.Elements<T>());
        }
        else
        {
            (mean, var variance, r) = kernel.Normalize(x.Tensor.Elements<T>(), T.CreateTruncating(eps), w, b, result.Elements<T>());
            using var means = Made(mean);
            using var variances = Made(variance);
            observe?.Invoke(means, variances);
        }

        Tensor[] inputs = [input, .. weight is null ? [] : new[] { weight }, .. bias is null ? [] : new[] { bias }];
        if (GradientNode.Begin(name, inputs) is not { } node)
            return result;

        var saved = node.Save(input);
        // The sums that belong to a gradient, which the inputs' derivatives get one after another.
        (Tensor? Gradient, (T[] Sum, T[] Product) Sums) known = default;
        node.Input(input, g =>
        {
            var (gradient, values) = (Tensor.Empty(g.Sizes, g.dtype), saved.Value.Packed().Elements<T>());
            var outer = g.Packed().Elements<T>();
            if (statistics is null)
                known = (g, kernel.Backward(outer, values, mean, r, w, gradient.Elements<T>()));
            else
                kernel.Apply(outer, new T[channels], Scales(r, w), null, gradient.Elements<T>());
            return gradient;
        });
        if (weight is not null)
            node.Input(weight, g => Made(Scales(SumsOf(g).Product, r)));
        if (bias is not null)
            node.Input(bias, g => Made(SumsOf(g).Sum));
        return node.Output(result);

        (T[] Sum, T[] Product) SumsOf(Tensor g)
        {
            if (!ReferenceEquals(known.Gradient, g))
                known = (g, kernel.GradientSums(g.Packed().Elements<T>(), saved.Value.Packed().Elements<T>(), mean));
            return known.Sums;
        }

        static Tensor Made(T[] values)
        {
            var made = Tensor.Empty([values.Length], ScalarTypes.Of<T>());
            values.CopyTo(made.Span<T>());
            return made;
        }
    }

    private static T[] Values<T>(Tensor tensor)
        where T : unmanaged
    {
        using var values = Operand.InOrder(tensor, ScalarTypes.Of<T>());
        return values.Span<T>().ToArray();
    }

    private static T[] Scales<T>(T[] r, T[]? w)
        where T : unmanaged, INumber<T> => w is null ? r : [.. r.Zip(w, static (a, b) => a * b)];
}
