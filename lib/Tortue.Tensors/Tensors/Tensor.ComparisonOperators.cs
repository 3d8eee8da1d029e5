using Tortue.Tensors;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>
        /// Whether each element of the left operand is equal to the right one's: a tensor of truth values, never a single one.
        /// </summary>
        /// <param name="left">The left operand.</param>
        /// <param name="right">The right operand.</param>
        public static Tensor operator ==(Tensor left, Tensor right) => left.eq(right);

        /// <inheritdoc cref="operator ==(Tensor, Tensor)"/>
        public static Tensor operator ==(Tensor left, Scalar right) => left.eq(right);

        /// <inheritdoc cref="operator ==(Tensor, Tensor)"/>
        public static Tensor operator ==(Scalar left, Tensor right) => right.eq(left);

        /// <summary>
        /// Whether each element of the left operand is different from the right one's: a tensor of truth values, never a single one.
        /// </summary>
        /// <param name="left">The left operand.</param>
        /// <param name="right">The right operand.</param>
        public static Tensor operator !=(Tensor left, Tensor right) => left.ne(right);

        /// <inheritdoc cref="operator !=(Tensor, Tensor)"/>
        public static Tensor operator !=(Tensor left, Scalar right) => left.ne(right);

        /// <inheritdoc cref="operator !=(Tensor, Tensor)"/>
        public static Tensor operator !=(Scalar left, Tensor right) => right.ne(left);

        /// <summary>
        /// Whether each element of the left operand is less than the right one's: a tensor of truth values, never a single one.
        /// </summary>
        /// <param name="left">The left operand.</param>
        /// <param name="right">The right operand.</param>
        public static Tensor operator <(Tensor left, Tensor right) => left.lt(right);

        /// <inheritdoc cref="operator &lt;(Tensor, Tensor)"/>
        public static Tensor operator <(Tensor left, Scalar right) => left.lt(right);

        /// <inheritdoc cref="operator &lt;(Tensor, Tensor)"/>
        public static Tensor operator <(Scalar left, Tensor right) => right.gt(left);

        /// <summary>
        /// Whether each element of the left operand is at most the right one's: a tensor of truth values, never a single one.
        /// </summary>
        /// <param name="left">The left operand.</param>
        /// <param name="right">The right operand.</param>
        public static Tensor operator <=(Tensor left, Tensor right) => left.le(right);

        /// <inheritdoc cref="operator &lt;=(Tensor, Tensor)"/>
        public static Tensor operator <=(Tensor left, Scalar right) => left.le(right);

        /// <inheritdoc cref="operator &lt;=(Tensor, Tensor)"/>
        public static Tensor operator <=(Scalar left, Tensor right) => right.ge(left);

        /// <summary>
        /// Whether each element of the left operand is greater than the right one's: a tensor of truth values, never a single one.
        /// </summary>
        /// <param name="left">The left operand.</param>
        /// <param name="right">The right operand.</param>
        public static Tensor operator >(Tensor left, Tensor right) => left.gt(right);

        /// <inheritdoc cref="operator &gt;(Tensor, Tensor)"/>
        public static Tensor operator >(Tensor left, Scalar right) => left.gt(right);

        /// <inheritdoc cref="operator &gt;(Tensor, Tensor)"/>
        public static Tensor operator >(Scalar left, Tensor right) => right.lt(left);

        /// <summary>
        /// Whether each element of the left operand is at least the right one's: a tensor of truth values, never a single one.
        /// </summary>
        /// <param name="left">The left operand.</param>
        /// <param name="right">The right operand.</param>
        public static Tensor operator >=(Tensor left, Tensor right) => left.ge(right);

        /// <inheritdoc cref="operator &gt;=(Tensor, Tensor)"/>
        public static Tensor operator >=(Tensor left, Scalar right) => left.ge(right);

        /// <inheritdoc cref="operator &gt;=(Tensor, Tensor)"/>
        public static Tensor operator >=(Scalar left, Tensor right) => right.le(left);

        /// <summary>Logical and for truth values.</summary>
        /// <param name="left">The left operand.</param>
        /// <param name="right">The right operand.</param>
        public static Tensor operator &(Tensor left, Tensor right) =>
            TruthValues(left, "bitwise_and").logical_and(TruthValues(right, "bitwise_and"));

        /// <summary>Logical or for truth values.</summary>
        /// <param name="left">The left operand.</param>
        /// <param name="right">The right operand.</param>
        public static Tensor operator |(Tensor left, Tensor right) =>
            TruthValues(left, "bitwise_or").logical_or(TruthValues(right, "bitwise_or"));

        /// <summary>Exclusive or for truth values.</summary>
        /// <param name="left">The left operand.</param>
        /// <param name="right">The right operand.</param>
        public static Tensor operator ^(Tensor left, Tensor right) =>
            TruthValues(left, "bitwise_xor").logical_xor(TruthValues(right, "bitwise_xor"));

        /// <summary>Logical not for truth values.</summary>
        /// <param name="left">The operand.</param>
        public static Tensor operator ~(Tensor left) => TruthValues(left, "bitwise_not").logical_not();

        private static Tensor TruthValues(Tensor operand, string operation)
        {
            if (operand.is_floating_point())
            {
                throw TorchError.Because($"\"{operation}_cpu\" not implemented for '{ScalarTypes.ShortName(operand.dtype)}': " +
                    "compare with a number first, which gives truth values.");
            }

            return operand.dtype == ScalarType.Bool
                ? operand
                : throw new NotSupportedException($"Bitwise operators work on Bool tensors in this engine, not on {operand.dtype}.");
        }
    }
}
