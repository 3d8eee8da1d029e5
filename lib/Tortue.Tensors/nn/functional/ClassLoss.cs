using System.Numerics;
using Tortue.Tensors.Autograd;
using static TorchSharp.torch;

namespace Tortue.Tensors;

/// <summary>The loss of logarithms of probabilities for given classes: − weight · logarithm at the class.</summary>
internal static class ClassLoss
{
    /// <summary>The loss, with a node of its own: the gradient is zero but at the classes.</summary>
    public static Tensor Of(Tensor logs, Tensor target, Tensor? weight, long ignored, nn.Reduction reduction)
    {
        Check(logs, target, weight);
        return logs.dtype == ScalarType.Float32
            ? Of<float>(logs, target, weight, ignored, reduction)
            : Of<double>(logs, target, weight, ignored, reduction);
    }

    private static Tensor Of<T>(Tensor logs, Tensor target, Tensor? weight, long ignored, nn.Reduction reduction)
        where T : unmanaged, INumber<T>
    {
        // Examples × classes × the rest, as PyTorch orders them.
        var classes = logs.Rank == 1 ? (int)logs.Sizes[0] : (int)logs.Sizes[1];
        var inner = logs.Rank <= 2 ? 1 : (int)Shapes.Count(logs.Sizes.AsSpan(2));
        using var targets = Operand.InOrder(target);
        using var numbers = Operand.InOrder(logs);
        var places = Places(targets.Span<long>(), classes, inner, ignored);
        var factors = Factors<T>(targets.Span<long>(), places, weight);
        var total = reduction == nn.Reduction.Mean ? Total<T>(factors) : T.One;
        var values = numbers.Span<T>();
        var losses = new T[places.Length];
        for (var i = 0; i < places.Length; i++)
            losses[i] = places[i] < 0 ? T.Zero : -factors[i] * values[places[i]];

        Tensor result;
        if (reduction == nn.Reduction.None)
        {
            result = Tensor.Empty(target.Sizes, logs.dtype);
            losses.CopyTo(result.Span<T>());
        }
        else
        {
            result = Tensor.Empty([], logs.dtype);
            result.Span<T>()[0] = T.CreateTruncating(losses.Sum(double.CreateTruncating)) / total;
        }

        return GradientNode.Begin("NllLossBackward0", logs)?
            .Input(logs, g => Gradient<T>(g, logs.Sizes, places, factors, total)).Output(result) ?? result;
    }

    private static Tensor Gradient<T>(Tensor g, long[] sizes, int[] places, T[] factors, T total)
        where T : unmanaged, INumber<T>
    {
        var gradient = Tensor.Empty(sizes, g.dtype);
        var values = gradient.Span<T>();
        var outer = g.Packed().Span<T>();
        values.Clear();
        for (var i = 0; i < places.Length; i++)
        {
            if (places[i] >= 0)
                values[places[i]] = -factors[i] * outer[outer.Length == 1 ? 0 : i] / total;
        }

        return gradient;
    }

    // Where the element of each example's class lies; −1 for examples that do not count.
    private static int[] Places(ReadOnlySpan<long> target, int classes, int inner, long ignored)
    {
        var places = new int[target.Length];
        for (var i = 0; i < target.Length; i++)
        {
            if (target[i] != ignored && (target[i] < 0 || target[i] >= classes))
            {
                throw TorchError.Because($"Target {target[i]} is out of bounds. It is number {i} of the targets (counted from 0); " +
                    $"there are {classes} classes, so that targets are from 0 to {classes - 1}, or {ignored} to be left out.");
            }


            places[i] = target[i] == ignored ? -1 : (((i / inner * classes) + (int)target[i]) * inner) + (i % inner);
        }

        return places;
    }

    private static T[] Factors<T>(ReadOnlySpan<long> target, int[] places, Tensor? weight)
        where T : unmanaged, INumber<T>
    {
        var factors = new T[target.Length];
        using var given = weight is null ? default : Operand.InOrder(weight, ScalarTypes.Of<T>());
        var weights = weight is null ? default : given.Span<T>();
        for (var i = 0; i < factors.Length; i++)
            factors[i] = places[i] < 0 ? T.Zero : weight is null ? T.One : weights[(int)target[i]];
        return factors;
    }

    private static T Total<T>(T[] factors)
        where T : INumber<T> => T.CreateTruncating(factors.Sum(double.CreateTruncating));

    private static void Check(Tensor logs, Tensor target, Tensor? weight)
    {
        if (!logs.is_floating_point())
            throw TorchError.Because($"\"nll_loss_out_frame\" not implemented for '{ScalarTypes.ShortName(logs.dtype)}'");
        if (target.dtype != ScalarType.Int64)
            throw TorchError.Because($"expected scalar type Long but found {ScalarTypes.ShortName(target.dtype)}");
        long[] expected = logs.Rank == 1 ? [] : [logs.Sizes[0], .. logs.Sizes.AsSpan(2)];
        if (logs.Rank == 0)
            throw TorchError.Because("input tensor should be 1D or 2D");
        if (expected.Length > 0 && target.Rank > 0 && expected[0] != target.Sizes[0])
            throw TorchError.Because($"Expected input batch_size ({expected[0]}) to match target batch_size ({target.Sizes[0]}).");
        if (!Shapes.Same(expected, target.Sizes))
            throw TorchError.Because($"Expected target size {Shapes.Text(expected)}, got {Shapes.Text(target.Sizes)}");
        var classes = logs.Rank == 1 ? logs.Sizes[0] : logs.Sizes[1];
        if (weight is { requires_grad: true } && GradMode.IsEnabled)
            throw TorchError.Because("the derivative for 'weight' is not implemented: give weight.detach() to the loss.");
        if (weight is not null && (weight.Rank != 1 || weight.Sizes[0] != classes))
        {
            throw TorchError.Because($"weight tensor should be defined either for all {classes} classes or no classes " +
                $"but got weight tensor of shape: {Shapes.Text(weight.Sizes)}");
        }
    }
}
