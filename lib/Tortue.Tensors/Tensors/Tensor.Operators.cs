namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The sum element by element; shapes are broadcast and element types promoted.</summary>
        /// <param name="left">The left operand.</param>
        /// <param name="right">The right operand.</param>
        public static Tensor operator +(Tensor left, Tensor right) => left.add(right);

        /// <inheritdoc cref="operator +(Tensor, Tensor)"/>
        public static Tensor operator +(Tensor left, Scalar right) => left.add(right);

        /// <inheritdoc cref="operator +(Tensor, Tensor)"/>
        public static Tensor operator +(Scalar left, Tensor right) => right.add(left);

        /// <inheritdoc cref="operator +(Tensor, Tensor)"/>
        public static Tensor operator +(Tensor left, int right) => left.add((Scalar)right);

        /// <inheritdoc cref="operator +(Tensor, Tensor)"/>
        public static Tensor operator +(int left, Tensor right) => right.add((Scalar)left);

        /// <inheritdoc cref="operator +(Tensor, Tensor)"/>
        public static Tensor operator +(Tensor left, long right) => left.add((Scalar)right);

        /// <inheritdoc cref="operator +(Tensor, Tensor)"/>
        public static Tensor operator +(long left, Tensor right) => right.add((Scalar)left);

        /// <inheritdoc cref="operator +(Tensor, Tensor)"/>
        public static Tensor operator +(Tensor left, float right) => left.add((Scalar)right);

        /// <inheritdoc cref="operator +(Tensor, Tensor)"/>
        public static Tensor operator +(float left, Tensor right) => right.add((Scalar)left);

        /// <inheritdoc cref="operator +(Tensor, Tensor)"/>
        public static Tensor operator +(Tensor left, double right) => left.add((Scalar)right);

        /// <inheritdoc cref="operator +(Tensor, Tensor)"/>
        public static Tensor operator +(double left, Tensor right) => right.add((Scalar)left);

        /// <summary>The difference element by element; shapes are broadcast and element types promoted.</summary>
        /// <param name="left">The left operand.</param>
        /// <param name="right">The right operand.</param>
        public static Tensor operator -(Tensor left, Tensor right) => left.sub(right);

        /// <inheritdoc cref="operator -(Tensor, Tensor)"/>
        public static Tensor operator -(Tensor left, Scalar right) => left.sub(right);

        /// <inheritdoc cref="operator -(Tensor, Tensor)"/>
        public static Tensor operator -(Scalar left, Tensor right) => PlainNumber(left).sub(right);

        /// <inheritdoc cref="operator -(Tensor, Tensor)"/>
        public static Tensor operator -(Tensor left, int right) => left.sub((Scalar)right);

        /// <inheritdoc cref="operator -(Tensor, Tensor)"/>
        public static Tensor operator -(int left, Tensor right) => PlainNumber(left).sub(right);

        /// <inheritdoc cref="operator -(Tensor, Tensor)"/>
        public static Tensor operator -(Tensor left, long right) => left.sub((Scalar)right);

        /// <inheritdoc cref="operator -(Tensor, Tensor)"/>
        public static Tensor operator -(long left, Tensor right) => PlainNumber(left).sub(right);

        /// <inheritdoc cref="operator -(Tensor, Tensor)"/>
        public static Tensor operator -(Tensor left, float right) => left.sub((Scalar)right);

        /// <inheritdoc cref="operator -(Tensor, Tensor)"/>
        public static Tensor operator -(float left, Tensor right) => PlainNumber(left).sub(right);

        /// <inheritdoc cref="operator -(Tensor, Tensor)"/>
        public static Tensor operator -(Tensor left, double right) => left.sub((Scalar)right);

        /// <inheritdoc cref="operator -(Tensor, Tensor)"/>
        public static Tensor operator -(double left, Tensor right) => PlainNumber(left).sub(right);

        /// <summary>The product element by element; shapes are broadcast and element types promoted.</summary>
        /// <param name="left">The left operand.</param>
        /// <param name="right">The right operand.</param>
        public static Tensor operator *(Tensor left, Tensor right) => left.mul(right);

        /// <inheritdoc cref="operator *(Tensor, Tensor)"/>
        public static Tensor operator *(Tensor left, Scalar right) => left.mul(right);

        /// <inheritdoc cref="operator *(Tensor, Tensor)"/>
        public static Tensor operator *(Scalar left, Tensor right) => right.mul(left);

        /// <inheritdoc cref="operator *(Tensor, Tensor)"/>
        public static Tensor operator *(Tensor left, int right) => left.mul((Scalar)right);

        /// <inheritdoc cref="operator *(Tensor, Tensor)"/>
        public static Tensor operator *(int left, Tensor right) => right.mul((Scalar)left);

        /// <inheritdoc cref="operator *(Tensor, Tensor)"/>
        public static Tensor operator *(Tensor left, long right) => left.mul((Scalar)right);

        /// <inheritdoc cref="operator *(Tensor, Tensor)"/>
        public static Tensor operator *(long left, Tensor right) => right.mul((Scalar)left);

        /// <inheritdoc cref="operator *(Tensor, Tensor)"/>
        public static Tensor operator *(Tensor left, float right) => left.mul((Scalar)right);

        /// <inheritdoc cref="operator *(Tensor, Tensor)"/>
        public static Tensor operator *(float left, Tensor right) => right.mul((Scalar)left);

        /// <inheritdoc cref="operator *(Tensor, Tensor)"/>
        public static Tensor operator *(Tensor left, double right) => left.mul((Scalar)right);

        /// <inheritdoc cref="operator *(Tensor, Tensor)"/>
        public static Tensor operator *(double left, Tensor right) => right.mul((Scalar)left);

        /// <summary>The quotient element by element; shapes are broadcast and element types promoted.</summary>
        /// <param name="left">The left operand.</param>
        /// <param name="right">The right operand.</param>
        public static Tensor operator /(Tensor left, Tensor right) => left.div(right);

        /// <inheritdoc cref="operator /(Tensor, Tensor)"/>
        public static Tensor operator /(Tensor left, Scalar right) => left.div(right);

        /// <inheritdoc cref="operator /(Tensor, Tensor)"/>
        public static Tensor operator /(Scalar left, Tensor right) => PlainNumber(left).div(right);

        /// <inheritdoc cref="operator /(Tensor, Tensor)"/>
        public static Tensor operator /(Tensor left, int right) => left.div((Scalar)right);

        /// <inheritdoc cref="operator /(Tensor, Tensor)"/>
        public static Tensor operator /(int left, Tensor right) => PlainNumber(left).div(right);

        /// <inheritdoc cref="operator /(Tensor, Tensor)"/>
        public static Tensor operator /(Tensor left, long right) => left.div((Scalar)right);

        /// <inheritdoc cref="operator /(Tensor, Tensor)"/>
        public static Tensor operator /(long left, Tensor right) => PlainNumber(left).div(right);

        /// <inheritdoc cref="operator /(Tensor, Tensor)"/>
        public static Tensor operator /(Tensor left, float right) => left.div((Scalar)right);

        /// <inheritdoc cref="operator /(Tensor, Tensor)"/>
        public static Tensor operator /(float left, Tensor right) => PlainNumber(left).div(right);

        /// <inheritdoc cref="operator /(Tensor, Tensor)"/>
        public static Tensor operator /(Tensor left, double right) => left.div((Scalar)right);

        /// <inheritdoc cref="operator /(Tensor, Tensor)"/>
        public static Tensor operator /(double left, Tensor right) => PlainNumber(left).div(right);

        /// <summary>The remainder element by element, with the divisor's sign.</summary>
        /// <param name="left">The dividend.</param>
        /// <param name="right">The divisor.</param>
        public static Tensor operator %(Tensor left, Tensor right) => left.remainder(right);

        /// <inheritdoc cref="operator %(Tensor, Tensor)"/>
        public static Tensor operator %(Tensor left, Scalar right) => left.remainder(right);

        /// <inheritdoc cref="operator %(Tensor, Tensor)"/>
        public static Tensor operator %(Tensor left, int right) => left.remainder((Scalar)right);

        /// <inheritdoc cref="operator %(Tensor, Tensor)"/>
        public static Tensor operator %(Tensor left, long right) => left.remainder((Scalar)right);

        /// <inheritdoc cref="operator %(Tensor, Tensor)"/>
        public static Tensor operator %(Tensor left, float right) => left.remainder((Scalar)right);

        /// <inheritdoc cref="operator %(Tensor, Tensor)"/>
        public static Tensor operator %(Tensor left, double right) => left.remainder((Scalar)right);

        /// <summary>The tensor with every sign changed.</summary>
        /// <param name="tensor">The operand.</param>
        public static Tensor operator -(Tensor tensor) => tensor.neg();
    }
}
