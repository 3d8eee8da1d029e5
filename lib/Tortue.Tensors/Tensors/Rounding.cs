using Tortue.Tensors.Kernels;
using static TorchSharp.torch;

namespace Tortue.Tensors;

/// <summary>Quotients that are rounded; they have no gradient.</summary>
internal static class Rounding
{
    public static Tensor Quotient(Tensor left, Tensor right, RoundingMode mode)
    {
        using var noGradient = Autograd.GradMode.Set(false);
        var type = ScalarTypes.ResultOf(left, right);
        if (!type.IsFloatingPoint())
            return mode == RoundingMode.floor ? Pointwise.Combine<FloorQuotient>(left, right) : Pointwise.Combine<Divide>(left, right);

        var quotient = Pointwise.Combine<Divide>(left, right, type);
        return mode == RoundingMode.floor ? quotient.floor() : quotient.trunc();
    }
}
