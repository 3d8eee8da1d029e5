using Tortue.Tensors;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Zeros in this tensor's shape.</summary>
        /// <param name="dtype">The element type; this tensor's when null.</param>
        /// <param name="device">The CPU, or null.</param>
        /// <param name="requires_grad">Whether gradients with respect to the new tensor are wanted.</param>
        /// <returns>A new tensor.</returns>
        public Tensor zeros_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Creation.Filled(_sizes, 0, dtype ?? this.dtype, device, requires_grad);

        /// <summary>Ones in this tensor's shape.</summary>
        /// <param name="dtype">The element type; this tensor's when null.</param>
        /// <param name="device">The CPU, or null.</param>
        /// <param name="requires_grad">Whether gradients with respect to the new tensor are wanted.</param>
        /// <returns>A new tensor.</returns>
        public Tensor ones_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Creation.Filled(_sizes, 1, dtype ?? this.dtype, device, requires_grad);

        /// <summary>Memory in this tensor's shape with arbitrary contents, to be overwritten.</summary>
        /// <param name="dtype">The element type; this tensor's when null.</param>
        /// <param name="device">The CPU, or null.</param>
        /// <param name="requires_grad">Whether gradients with respect to the new tensor are wanted.</param>
        /// <returns>A new tensor.</returns>
        public Tensor empty_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Creation.Empty(_sizes, dtype ?? this.dtype, device, requires_grad);

        /// <summary>Random numbers in this tensor's shape, uniform on [0, 1).</summary>
        /// <param name="dtype">The element type; this tensor's when null.</param>
        /// <param name="device">The CPU, or null.</param>
        /// <param name="requires_grad">Whether gradients with respect to the new tensor are wanted.</param>
        /// <returns>A new tensor.</returns>
        public Tensor rand_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Creation.Empty(_sizes, dtype ?? this.dtype, device, false).Drawn(static t => RandomFill.Uniform(t, 0, 1, null), requires_grad);

        /// <summary>Random numbers in this tensor's shape, normal with mean 0 and variance 1.</summary>
        /// <param name="dtype">The element type; this tensor's when null.</param>
        /// <param name="device">The CPU, or null.</param>
        /// <param name="requires_grad">Whether gradients with respect to the new tensor are wanted.</param>
        /// <returns>A new tensor.</returns>
        public Tensor randn_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Creation.Empty(_sizes, dtype ?? this.dtype, device, false).Drawn(static t => RandomFill.Normal(t, 0, 1, null), requires_grad);

        /// <summary>One number in this tensor's shape.</summary>
        /// <param name="value">The number.</param>
        /// <param name="dtype">The element type; this tensor's when null.</param>
        /// <param name="device">The CPU, or null.</param>
        /// <param name="requires_grad">Whether gradients with respect to the new tensor are wanted.</param>
        /// <returns>A new tensor.</returns>
        public Tensor full_like(Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Creation.Filled(_sizes, value, dtype ?? this.dtype, device, requires_grad);

        /// <summary>Random integers in this tensor's shape, uniform on low … high − 1.</summary>
        /// <param name="low">The smallest.</param>
        /// <param name="high">One above the largest.</param>
        /// <param name="dtype">The element type; this tensor's when null.</param>
        /// <param name="device">The CPU, or null.</param>
        /// <param name="requires_grad">Whether gradients with respect to the new tensor are wanted.</param>
        /// <returns>A new tensor.</returns>
        public Tensor randint_like(long low, long high, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Creation.Empty(_sizes, dtype ?? this.dtype, device, false).Drawn(t => RandomFill.Integers(t, low, high, null), requires_grad);

        /// <summary>Zeros of this tensor's element type.</summary>
        /// <param name="size">The size of each dimension.</param>
        /// <param name="dtype">The element type; this tensor's when null.</param>
        /// <param name="device">The CPU, or null.</param>
        /// <param name="requires_grad">Whether gradients with respect to the new tensor are wanted.</param>
        /// <returns>A new tensor.</returns>
        public Tensor new_zeros(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Creation.Filled(size, 0, dtype ?? this.dtype, device, requires_grad);

        /// <summary>Memory for this tensor's element type with arbitrary contents, to be overwritten.</summary>
        /// <param name="size">The size of each dimension.</param>
        /// <param name="dtype">The element type; this tensor's when null.</param>
        /// <param name="device">The CPU, or null.</param>
        /// <param name="requires_grad">Whether gradients with respect to the new tensor are wanted.</param>
        /// <returns>A new tensor.</returns>
        public Tensor new_empty(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Creation.Empty(size, dtype ?? this.dtype, device, requires_grad);

        /// <summary>One number, in this tensor's element type.</summary>
        /// <param name="size">The size of each dimension.</param>
        /// <param name="value">The number.</param>
        /// <param name="dtype">The element type; this tensor's when null.</param>
        /// <param name="device">The CPU, or null.</param>
        /// <param name="requires_grad">Whether gradients with respect to the new tensor are wanted.</param>
        /// <returns>A new tensor.</returns>
        public Tensor new_full(long[] size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Creation.Filled(size, value, dtype ?? this.dtype, device, requires_grad);
    }
}
