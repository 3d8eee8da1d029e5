using Tortue.Tensors;
using Tortue.Tensors.Autograd;
using Tortue.Tensors.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Adds element by element; shapes are broadcast and element types promoted.</summary>
        /// <param name="target">The other summand.</param>
        /// <returns>A new tensor.</returns>
        public Tensor add(Tensor target)
        {
            var result = Pointwise.Combine<Add>(this, target);
            return GradientNode.Begin("AddBackward0", this, target)
                ?.Input(this, static g => g).Input(target, static g => g).Output(result) ?? result;
        }

        /// <summary>Adds a multiple of another tensor.</summary>
        /// <param name="target">The other summand.</param>
        /// <param name="alpha">Its factor.</param>
        /// <returns>A new tensor.</returns>
        public Tensor add(Tensor target, Scalar alpha) => Composite.Of(() => add(Multiple(target, alpha)));

        /// <summary>Adds a number to every element.</summary>
        /// <param name="scalar">The number.</param>
        /// <returns>A new tensor.</returns>
        public Tensor add(Scalar scalar)
        {
            var result = Pointwise.Combine<Add>(this, scalar);
            return GradientNode.Begin("AddBackward0", this)?.Input(this, static g => g).Output(result) ?? result;
        }

        /// <summary>Adds a multiple of a number to every element.</summary>
        /// <param name="scalar">The number.</param>
        /// <param name="alpha">Its factor.</param>
        /// <returns>A new tensor.</returns>
        public Tensor add(Scalar scalar, Scalar alpha) => Composite.Of(() => add(PlainNumber(scalar).mul(alpha)));

        /// <summary>Subtracts element by element; shapes are broadcast and element types promoted.</summary>
        /// <param name="target">What to subtract.</param>
        /// <returns>A new tensor.</returns>
        public Tensor sub(Tensor target)
        {
            RefuseTruthValues(this, target);
            var result = Pointwise.Combine<Subtract>(this, target);
            return GradientNode.Begin("SubBackward0", this, target)
                ?.Input(this, static g => g).Input(target, static g => g.neg()).Output(result) ?? result;
        }

        /// <summary>Subtracts a number from every element.</summary>
        /// <param name="target">The number.</param>
        /// <returns>A new tensor.</returns>
        public Tensor sub(Scalar target) => sub(PlainNumber(target));

        /// <summary>Multiplies element by element; shapes are broadcast and element types promoted.</summary>
        /// <param name="target">The other factor.</param>
        /// <returns>A new tensor.</returns>
        public Tensor mul(Tensor target)
        {
            var result = Pointwise.Combine<Multiply>(this, target);
            if (GradientNode.Begin("MulBackward0", this, target) is { } node)
            {
                var (left, right) = (node.Save(this, target.requires_grad), node.Save(target, requires_grad));
                node.Input(this, g => g.mul(right.Value)).Input(target, g => g.mul(left.Value)).Output(result);
            }

            return result;
        }

        /// <summary>Multiplies every element by a number.</summary>
        /// <param name="target">The number.</param>
        /// <returns>A new tensor.</returns>
        public Tensor mul(Scalar target)
        {
            var result = Pointwise.Combine<Multiply>(this, target);
            return GradientNode.Begin("MulBackward0", this)?.Input(this, ScaledBy(target)).Output(result) ?? result;
        }

        /// <summary>
        /// Divides element by element; shapes are broadcast, and integers give floating-point numbers unless rounding is asked for.
        /// </summary>
        /// <param name="target">The divisor.</param>
        /// <param name="rounding_mode">Whether and how the quotient is rounded to an integer; rounding has no gradient.</param>
        /// <returns>A new tensor.</returns>
        public Tensor div(Tensor target, RoundingMode rounding_mode = RoundingMode.None)
        {
            if (rounding_mode != RoundingMode.None)
                return Rounding.Quotient(this, target, rounding_mode);

            var result = Pointwise.Combine<Divide>(this, target, ScalarTypes.ResultOf(this, target).ToFloatingPoint());
            if (GradientNode.Begin("DivBackward0", this, target) is { } node)
            {
                // Not the quotient: it may be changed in place.
                var (dividend, divisor) = (node.Save(this, target.requires_grad), node.Save(target));
                node.Input(this, g => g.div(divisor.Value))
                    .Input(target, g => g.mul(dividend.Value.div(divisor.Value)).div(divisor.Value).neg()).Output(result);
            }

            return result;
        }

        /// <summary>Divides every element by a number.</summary>
        /// <param name="target">The number.</param>
        /// <param name="rounding_mode">Whether and how the quotient is rounded to an integer; rounding has no gradient.</param>
        /// <returns>A new tensor.</returns>
        public Tensor div(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => div(PlainNumber(target), rounding_mode);

        /// <summary>The remainder of a division by a tensor, with the divisor's sign.</summary>
        /// <param name="target">The divisor.</param>
        /// <returns>A new tensor; its gradient is that of this − target · ⌊this / target⌋ with the quotient held fixed.</returns>
        public Tensor remainder(Tensor target) => Rounding.Remainder(this, target);

        /// <summary>The remainder of a division by a number, with the number's sign.</summary>
        /// <param name="scalar">The divisor.</param>
        /// <returns>A new tensor.</returns>
        public Tensor remainder(Scalar scalar) => remainder(PlainNumber(scalar));

        /// <summary>Changes every sign.</summary>
        /// <returns>A new tensor.</returns>
        public Tensor neg()
        {
            if (dtype == ScalarType.Bool)
            {
                throw TorchError.Because("Negation, the `-` operator, on a bool tensor is not supported. If you are trying to invert a " +
                    "mask, use the `~` or `logical_not()` operator instead.");
            }

            var result = Pointwise.MapNumbers<Negate>(this);
            return GradientNode.Begin("NegBackward0", this)?.Input(this, static g => g.neg()).Output(result) ?? result;
        }

        /// <inheritdoc cref="neg"/>
        public Tensor negative() => neg();

        /// <summary>A multiple of a summand, in the element type of the sum.</summary>
        private Tensor Multiple(Tensor summand, Scalar alpha)
        {
            var type = ScalarTypes.ResultOf(this, summand);
            if (!type.IsFloatingPoint() && alpha.Type.IsFloatingPoint())
                throw TorchError.Because("For integral input tensors, argument alpha must not be a floating point number.");
            return summand.to_type(type).mul(alpha).to_type(type);
        }

        private static Derivative ScaledBy(Scalar factor) => g => g.mul(factor);

        private static void RefuseTruthValues(Tensor left, Tensor right)
        {
            if (left.dtype == ScalarType.Bool && right.dtype == ScalarType.Bool)
            {
                throw TorchError.Because("Subtraction, the `-` operator, with two bool tensors is not supported. " +
                    "Use the `^` or `logical_xor()` operator instead.");
            }

            if (left.dtype == ScalarType.Bool || right.dtype == ScalarType.Bool)
            {
                throw TorchError.Because("Subtraction, the `-` operator, with a bool tensor is not supported. If you are trying to " +
                    "invert a mask, use the `~` or `logical_not()` operator instead.");
            }
        }
    }
}
