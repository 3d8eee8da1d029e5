using Tortue.Tensors;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <inheritdoc cref="sub(Tensor)"/>
        public Tensor subtract(Tensor target) => sub(target);

        /// <inheritdoc cref="sub(Scalar)"/>
        public Tensor subtract(Scalar target) => sub(target);

        /// <inheritdoc cref="mul(Tensor)"/>
        public Tensor multiply(Tensor target) => mul(target);

        /// <inheritdoc cref="mul(Scalar)"/>
        public Tensor multiply(Scalar target) => mul(target);

        /// <inheritdoc cref="sub_(Tensor)"/>
        public Tensor subtract_(Tensor target) => sub_(target);

        /// <inheritdoc cref="sub_(Scalar)"/>
        public Tensor subtract_(Scalar target) => sub_(target);

        /// <inheritdoc cref="div(Tensor, RoundingMode)"/>
        public Tensor divide(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => div(target, rounding_mode);

        /// <inheritdoc cref="div(Scalar, RoundingMode)"/>
        public Tensor divide(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => div(target, rounding_mode);

        /// <inheritdoc cref="div_(Tensor, RoundingMode)"/>
        public Tensor divide_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => div_(target, rounding_mode);

        /// <inheritdoc cref="div_(Scalar, RoundingMode)"/>
        public Tensor divide_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => div_(target, rounding_mode);

        /// <inheritdoc cref="div(Tensor, RoundingMode)"/>
        public Tensor true_divide(Tensor other) => div(other);

        /// <inheritdoc cref="div(Scalar, RoundingMode)"/>
        public Tensor true_divide(Scalar other) => div(other);

        /// <inheritdoc cref="div_(Tensor, RoundingMode)"/>
        public Tensor true_divide_(Tensor other) => div_(other);

        /// <inheritdoc cref="div_(Scalar, RoundingMode)"/>
        public Tensor true_divide_(Scalar other) => div_(other);

        /// <summary>Divides and rounds towards minus infinity; no gradient.</summary>
        /// <param name="other">The divisor.</param>
        /// <returns>A new tensor.</returns>
        public Tensor floor_divide(Tensor other) => Rounding.WithoutDerivative("floor_divide", this, other);

        /// <summary>Divides and rounds towards minus infinity; no gradient.</summary>
        /// <param name="other">The divisor.</param>
        /// <returns>A new tensor.</returns>
        public Tensor floor_divide(Scalar other) => floor_divide(PlainNumber(other));

        /// <summary>Divides and rounds towards minus infinity, in place; no gradient.</summary>
        /// <param name="other">The divisor.</param>
        /// <returns>This tensor.</returns>
        public Tensor floor_divide_(Tensor other) =>
            Become(x => Rounding.WithoutDerivative("floor_divide_", x, other), other);

        /// <summary>Divides and rounds towards minus infinity, in place; no gradient.</summary>
        /// <param name="other">The divisor.</param>
        /// <returns>This tensor.</returns>
        public Tensor floor_divide_(Scalar other) => floor_divide_(PlainNumber(other));
    }
}
