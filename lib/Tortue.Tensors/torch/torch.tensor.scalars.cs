using Tortue.Tensors;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor of one number and no dimensions.</summary>
    /// <param name="scalar">The number.</param>
    /// <param name="dtype">The element type; that of the argument when null.</param>
    /// <param name="device">The CPU, or null.</param>
    /// <param name="requires_grad">Whether gradients with respect to the tensor are wanted.</param>
    /// <returns>A new tensor.</returns>
    public static Tensor tensor(double scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.From<double>([scalar], [], dtype, device, requires_grad);

    /// <summary>A tensor of one number and no dimensions.</summary>
    /// <param name="scalar">The number.</param>
    /// <param name="device">The CPU, or null.</param>
    /// <param name="requires_grad">Whether gradients with respect to the tensor are wanted.</param>
    /// <returns>A new tensor.</returns>
    public static Tensor tensor(float scalar, Device? device = null, bool requires_grad = false) =>
        Creation.From<float>([scalar], [], null, device, requires_grad);

    /// <summary>A tensor of one number and no dimensions.</summary>
    /// <param name="scalar">The number.</param>
    /// <param name="dtype">The element type; that of the argument when null.</param>
    /// <param name="device">The CPU, or null.</param>
    /// <param name="requires_grad">Whether gradients with respect to the tensor are wanted.</param>
    /// <returns>A new tensor.</returns>
    public static Tensor tensor(long scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.From<long>([scalar], [], dtype, device, requires_grad);

    /// <summary>A tensor of one number and no dimensions.</summary>
    /// <param name="scalar">The number.</param>
    /// <param name="device">The CPU, or null.</param>
    /// <param name="requires_grad">Whether gradients with respect to the tensor are wanted.</param>
    /// <returns>A new tensor.</returns>
    public static Tensor tensor(int scalar, Device? device = null, bool requires_grad = false) =>
        Creation.From<int>([scalar], [], null, device, requires_grad);

    /// <summary>A tensor of one number and no dimensions.</summary>
    /// <param name="scalar">The number.</param>
    /// <param name="dtype">The element type; that of the argument when null.</param>
    /// <param name="device">The CPU, or null.</param>
    /// <param name="requires_grad">Whether gradients with respect to the tensor are wanted.</param>
    /// <returns>A new tensor.</returns>
    public static Tensor tensor(bool scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Creation.From<bool>([scalar], [], dtype, device, requires_grad);
}
