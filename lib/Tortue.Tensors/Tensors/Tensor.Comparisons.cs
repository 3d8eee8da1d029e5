using Tortue.Tensors;
using Tortue.Tensors.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Whether each element is equal to the other tensor's; shapes are broadcast.</summary>
        /// <param name="target">The other tensor.</param>
        /// <returns>A new tensor of truth values.</returns>
        public Tensor eq(Tensor target) => Pointwise.Compare<Equal>(this, target);

        /// <summary>Whether each element is equal to a number.</summary>
        /// <param name="target">The number.</param>
        /// <returns>A new tensor of truth values.</returns>
        public Tensor eq(Scalar target) => eq(PlainNumber(target));

        /// <summary>Whether each element is different from the other tensor's; shapes are broadcast.</summary>
        /// <param name="target">The other tensor.</param>
        /// <returns>A new tensor of truth values.</returns>
        public Tensor ne(Tensor target) => Pointwise.Compare<NotEqual>(this, target);

        /// <summary>Whether each element is different from a number.</summary>
        /// <param name="target">The number.</param>
        /// <returns>A new tensor of truth values.</returns>
        public Tensor ne(Scalar target) => ne(PlainNumber(target));

        /// <inheritdoc cref="ne(Tensor)"/>
        public Tensor not_equal(Tensor target) => ne(target);

        /// <summary>Whether each element is less than the other tensor's; shapes are broadcast.</summary>
        /// <param name="target">The other tensor.</param>
        /// <returns>A new tensor of truth values.</returns>
        public Tensor lt(Tensor target) => Pointwise.Compare<Less>(this, target);

        /// <summary>Whether each element is less than a number.</summary>
        /// <param name="target">The number.</param>
        /// <returns>A new tensor of truth values.</returns>
        public Tensor lt(Scalar target) => lt(PlainNumber(target));

        /// <inheritdoc cref="lt(Tensor)"/>
        public Tensor less(Tensor target) => lt(target);

        /// <summary>Whether each element is at most the other tensor's; shapes are broadcast.</summary>
        /// <param name="target">The other tensor.</param>
        /// <returns>A new tensor of truth values.</returns>
        public Tensor le(Tensor target) => Pointwise.Compare<LessOrEqual>(this, target);

        /// <summary>Whether each element is at most a number.</summary>
        /// <param name="target">The number.</param>
        /// <returns>A new tensor of truth values.</returns>
        public Tensor le(Scalar target) => le(PlainNumber(target));

        /// <inheritdoc cref="le(Tensor)"/>
        public Tensor less_equal(Tensor target) => le(target);

        /// <summary>Whether each element is greater than the other tensor's; shapes are broadcast.</summary>
        /// <param name="target">The other tensor.</param>
        /// <returns>A new tensor of truth values.</returns>
        public Tensor gt(Tensor target) => Pointwise.Compare<Greater>(this, target);

        /// <summary>Whether each element is greater than a number.</summary>
        /// <param name="target">The number.</param>
        /// <returns>A new tensor of truth values.</returns>
        public Tensor gt(Scalar target) => gt(PlainNumber(target));

        /// <inheritdoc cref="gt(Tensor)"/>
        public Tensor greater(Tensor target) => gt(target);

        /// <summary>Whether each element is at least the other tensor's; shapes are broadcast.</summary>
        /// <param name="target">The other tensor.</param>
        /// <returns>A new tensor of truth values.</returns>
        public Tensor ge(Tensor target) => Pointwise.Compare<GreaterOrEqual>(this, target);

        /// <summary>Whether each element is at least a number.</summary>
        /// <param name="target">The number.</param>
        /// <returns>A new tensor of truth values.</returns>
        public Tensor ge(Scalar target) => ge(PlainNumber(target));

        /// <inheritdoc cref="ge(Tensor)"/>
        public Tensor greater_equal(Tensor target) => ge(target);
    }
}
