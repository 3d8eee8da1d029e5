using Tortue.Tensors;
using Tortue.Tensors.Autograd;
using Tortue.Tensors.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Whether each element is zero (false).</summary>
        /// <returns>A new tensor of truth values.</returns>
        public Tensor logical_not() => eq(0);

        /// <summary>Whether both elements differ from zero; shapes are broadcast.</summary>
        /// <param name="other">The other tensor.</param>
        /// <returns>A new tensor of truth values.</returns>
        public Tensor logical_and(Tensor other) => Combined<Multiply>(other);

        /// <summary>Whether at least one of both elements differs from zero; shapes are broadcast.</summary>
        /// <param name="other">The other tensor.</param>
        /// <returns>A new tensor of truth values.</returns>
        public Tensor logical_or(Tensor other) => Combined<Add>(other);

        /// <summary>Whether exactly one of both elements differs from zero; shapes are broadcast.</summary>
        /// <param name="other">The other tensor.</param>
        /// <returns>A new tensor of truth values.</returns>
        public Tensor logical_xor(Tensor other)
        {
            using var mine = Operand.Of(this, ScalarType.Bool);
            using var theirs = Operand.Of(other, ScalarType.Bool);
            return mine.Tensor.ne(theirs);
        }

        /// <summary>This tensor's elements where a condition holds, and another's elsewhere; shapes are broadcast.</summary>
        /// <param name="condition">Truth values.</param>
        /// <param name="y">What to take where the condition does not hold.</param>
        /// <returns>A new tensor.</returns>
        public Tensor where(Tensor condition, Tensor y)
        {
            if (condition.dtype != ScalarType.Bool)
                throw new ArgumentException("The condition to 'where' must be a boolean tensor.", nameof(condition));

            var result = Pointwise.Select(condition, this, y);
            if (GradientNode.Begin("WhereBackward0", this, y) is { } node)
            {
                var chosen = node.Save(condition);
                node.Input(this, g => Pointwise.Select(chosen.Value, g, PlainNumber(0)))
                    .Input(y, g => Pointwise.Select(chosen.Value, PlainNumber(0), g)).Output(result);
            }

            return result;
        }

        /// <summary>The elements, with a number in their place where a mask holds.</summary>
        /// <param name="mask">Truth values; broadcast to this shape.</param>
        /// <param name="value">The number.</param>
        /// <returns>A new tensor.</returns>
        public Tensor masked_fill(Tensor mask, Scalar value)
        {
            if (mask.dtype != ScalarType.Bool)
            {
                throw TorchError.Because($"masked_fill_ only supports boolean masks, but got mask with dtype " +
                    $"{ScalarTypes.ShortName(mask.dtype)}: compare the mask with a number, or call @bool()");
            }

            using var number = PlainNumber(value).Converted(dtype, attach: false);
            return number.where(mask, this);
        }

        /// <summary>Writes a number wherever a mask holds.</summary>
        /// <param name="mask">Truth values; broadcast to this shape.</param>
        /// <param name="value">The number.</param>
        /// <returns>This tensor.</returns>
        public Tensor masked_fill_(Tensor mask, Scalar value) => Composite.Of(() => copy_(masked_fill(mask, value)));

        /// <summary>Whether each element is not a number.</summary>
        /// <returns>A new tensor of truth values.</returns>
        public Tensor isnan() => ne(this);

        /// <summary>Whether each element is infinite.</summary>
        /// <returns>A new tensor of truth values.</returns>
        public Tensor isinf() => is_floating_point()
            ? Composite.Of(() => detach().abs().eq(double.PositiveInfinity))
            : zeros_like(ScalarType.Bool);

        /// <summary>Whether each element is a number and not infinite.</summary>
        /// <returns>A new tensor of truth values.</returns>
        public Tensor isfinite() => Composite.Of(() => isnan().logical_or(isinf()).logical_not());

        /// <summary>Whether each pair of elements is close: |a − b| ≤ atol + rtol · |b|.</summary>
        /// <param name="other">The other tensor.</param>
        /// <param name="rtol">The relative tolerance.</param>
        /// <param name="atol">The absolute tolerance.</param>
        /// <param name="nanEqual">Whether two values that are not numbers count as close.</param>
        /// <returns>A new tensor of truth values.</returns>
        public Tensor isclose(Tensor other, double rtol = 1e-05, double atol = 1e-08, bool nanEqual = false)
        {
            if (dtype != other.dtype)
                throw TorchError.Because($"{ScalarTypes.ShortName(dtype)} did not match {ScalarTypes.ShortName(other.dtype)}");
            return Composite.Of(() =>
            {
                using var noGradient = GradMode.Set(false);
                var close = sub(other).abs().le(other.abs().mul(rtol).add(atol)).logical_or(eq(other));
                return nanEqual ? close.logical_or(isnan().logical_and(other.isnan())) : close;
            });
        }

        /// <summary>Whether all pairs of elements are close: |a − b| ≤ atol + rtol · |b|.</summary>
        /// <param name="target">The other tensor.</param>
        /// <param name="rtol">The relative tolerance.</param>
        /// <param name="atol">The absolute tolerance.</param>
        /// <param name="equal_nan">Whether two values that are not numbers count as close.</param>
        /// <returns>True when none is farther off.</returns>
        public bool allclose(Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false) =>
            Composite.Value(() => isclose(target, rtol, atol, equal_nan).all().item<bool>());

        /// <summary>Whether both tensors have the same shape and the same elements.</summary>
        /// <param name="target">The other tensor.</param>
        /// <returns>True when nothing differs.</returns>
        public bool Equals(Tensor target) =>
            target is not null && Shapes.Same(_sizes, target._sizes) && Composite.Value(() => eq(target).all().item<bool>());

        /// <summary>Whether the object is a tensor with the same shape and the same elements.</summary>
        /// <param name="obj">The object.</param>
        /// <returns>True when nothing differs.</returns>
        public override bool Equals(object? obj) => obj is Tensor other && Equals(other);

        /// <summary>The numbers 0 and 1 of both tensors' truth values, combined.</summary>
        private Tensor Combined<TFunction>(Tensor other)
            where TFunction : IBinaryFunction
        {
            using var mine = Operand.Of(this, ScalarType.Bool);
            using var theirs = Operand.Of(other, ScalarType.Bool);
            return Pointwise.Combine<TFunction>(mine, theirs);
        }

        /// <summary>
        /// A number that differs from tensor to tensor; tensors with the same elements may have different ones, as in TorchSharp.
        /// </summary>
        /// <returns>The identity's hash code.</returns>
        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
    }
}
