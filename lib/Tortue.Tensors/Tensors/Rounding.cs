using System.Runtime.InteropServices;
using Tortue.Tensors.Autograd;
using Tortue.Tensors.Kernels;
using static TorchSharp.torch;

namespace Tortue.Tensors;

/// <summary>Quotients that are rounded, whose gradient is zero, and what they leave.</summary>
internal static class Rounding
{
    public static Tensor Quotient(Tensor left, Tensor right, RoundingMode mode)
    {
        var type = CheckedType(left, right, mode == RoundingMode.floor ? "div_floor_cpu" : "div_trunc_cpu");
        var result = mode == RoundingMode.floor
            ? Pointwise.Combine<FloorQuotient>(left, right, type)
            : Pointwise.Combine<Divide>(left, right, type);
        if (mode == RoundingMode.trunc && type.IsFloatingPoint())
        {
            using var quotient = result;
            result = Pointwise.Map<Truncate>(quotient);
        }

        return GradientNode.Begin("DivBackward2", left, right)
            ?.Input(left, static g => g.zeros_like()).Input(right, static g => g.zeros_like()).Output(result) ?? result;
    }

    /// <summary>The quotient rounded downwards, whose gradient PyTorch refuses.</summary>
    public static Tensor WithoutDerivative(string name, Tensor left, Tensor right)
    {
        Tensor result;
        using (GradMode.Set(false))
            result = Quotient(left, right, RoundingMode.floor);
        return GradientNode.Begin("NotImplemented", left, right)
            ?.Input(left, _ => throw Missing()).Input(right, _ => throw Missing()).Output(result) ?? result;

        ExternalException Missing() => TorchError.Because($"derivative for aten::{name} is not implemented: " +
            "use div with RoundingMode.floor, whose gradient is zero, or detach() the operands.");
    }

    /// <summary>The remainder with the divisor's sign; its gradient holds the rounded quotient fixed.</summary>
    public static Tensor Remainder(Tensor left, Tensor right)
    {
        var result = Pointwise.Combine<FloorRemainder>(left, right, CheckedType(left, right, "remainder_cpu"));
        if (GradientNode.Begin("RemainderBackward1", left, right) is { } node)
        {
            var (x, y) = (node.Save(left, right.requires_grad), node.Save(right, right.requires_grad));
            node.Input(left, static g => g)
                .Input(right, g => g.mul(Quotient(x.Value, y.Value, RoundingMode.floor)).neg()).Output(result);
        }

        return result;
    }

    private static ScalarType CheckedType(Tensor left, Tensor right, string operation)
    {
        var type = ScalarTypes.ResultOf(left, right);
        if (type == ScalarType.Bool)
            throw TorchError.Because($"\"{operation}\" not implemented for 'Bool'");
        if (!type.IsFloatingPoint() && left.Count > 0 && Composite.Value(() => right.eq(0).any().item<bool>()))
            throw TorchError.Because("ZeroDivisionError");
        return type;
    }
}
