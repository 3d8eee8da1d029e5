using Tortue.Tensors;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor with a copy of an array of any rank.</summary>
    /// <param name="rawArray">An array of float, double, long, int, byte or bool.</param>
    /// <param name="dtype">The element type; that of the array when null.</param>
    /// <param name="device">The CPU, or null.</param>
    /// <param name="requires_grad">Whether gradients with respect to the tensor are wanted.</param>
    /// <param name="names">Named dimensions are not available here: must be null.</param>
    /// <returns>A new tensor.</returns>
    public static Tensor from_array(
        Array rawArray, ScalarType? dtype, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Creation.From(rawArray, dtype, device, requires_grad, names);

    /// <summary>A tensor with a copy of an array of any rank.</summary>
    /// <param name="rawArray">An array of float, double, long, int, byte or bool.</param>
    /// <param name="device">The CPU, or null.</param>
    /// <returns>A new tensor.</returns>
    public static Tensor from_array(Array rawArray, Device? device = null) => Creation.From(rawArray, null, device, false);

    /// <summary>A matrix with ones on its diagonal and zeros elsewhere.</summary>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The number of columns; as many as rows when negative.</param>
    /// <param name="dtype">The element type; Float32 unless <see cref="set_default_dtype"/> was called.</param>
    /// <param name="device">The CPU, or null.</param>
    /// <param name="requires_grad">Whether gradients with respect to the tensor are wanted.</param>
    /// <param name="names">Named dimensions are not available here: must be null.</param>
    /// <returns>A new tensor.</returns>
    public static Tensor eye(
        long rows, long columns = -1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        var result = Creation.Filled([rows, columns < 0 ? rows : columns], 0, dtype, device, false, names);
        return result.Drawn(static t =>
        {
            using var diagonal = t.diagonal();
            diagonal.Fill(1);
        }, requires_grad);
    }

    /// <summary>The numbers from zero to below a limit, in steps of one.</summary>
    /// <param name="stop">The limit, not reached.</param>
    /// <param name="dtype">The element type; Int64 for an integer limit when null.</param>
    /// <param name="device">The CPU, or null.</param>
    /// <param name="requires_grad">Whether gradients with respect to the tensor are wanted.</param>
    /// <returns>A new tensor.</returns>
    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(0, stop, 1, dtype, device, requires_grad);

    /// <summary>The numbers from a start to below a limit, in steps of one.</summary>
    /// <param name="start">The first number.</param>
    /// <param name="stop">The limit, not reached.</param>
    /// <param name="dtype">The element type; Int64 for integers when null.</param>
    /// <param name="device">The CPU, or null.</param>
    /// <param name="requires_grad">Whether gradients with respect to the tensor are wanted.</param>
    /// <returns>A new tensor.</returns>
    public static Tensor arange(Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(start, stop, 1, dtype, device, requires_grad);

    /// <summary>The numbers from a start to before a limit, in steps.</summary>
    /// <param name="start">The first number.</param>
    /// <param name="stop">The limit, not reached.</param>
    /// <param name="step">The step; negative to go down.</param>
    /// <param name="dtype">The element type; Int64 for integers when null.</param>
    /// <param name="device">The CPU, or null.</param>
    /// <param name="requires_grad">Whether gradients with respect to the tensor are wanted.</param>
    /// <returns>A new tensor.</returns>
    public static Tensor arange(
        Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        var integers = !start.Type.IsFloatingPoint() && !stop.Type.IsFloatingPoint() && !step.Type.IsFloatingPoint();
        var (first, limit, stride) = (start.ToDouble(), stop.ToDouble(), step.ToDouble());
        if (stride == 0)
            throw TorchError.Because("step must be nonzero");
        if (limit != first && stride > 0 != limit > first)
            throw TorchError.Because("upper bound and larger bound inconsistent with step sign");

        var count = (long)Math.Ceiling((limit - first) / stride);
        return Creation.Empty([count], dtype ?? (integers ? ScalarType.Int64 : get_default_dtype()), device, false)
            .Drawn(t => Sequences.Fill(t, i => first + (i * stride)), requires_grad);
    }

    /// <summary>Numbers at equal distances, both ends included.</summary>
    /// <param name="start">The first number.</param>
    /// <param name="end">The last number.</param>
    /// <param name="steps">How many numbers.</param>
    /// <param name="dtype">The element type; Float32 unless <see cref="set_default_dtype"/> was called.</param>
    /// <param name="device">The CPU, or null.</param>
    /// <param name="requires_grad">Whether gradients with respect to the tensor are wanted.</param>
    /// <returns>A new tensor.</returns>
    public static Tensor linspace(
        double start, double end, long steps, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        if (steps < 0)
            throw TorchError.Because("number of steps must be non-negative");

        return Creation.Empty([steps], dtype, device, false).Drawn(t => Sequences.Linear(t, start, end), requires_grad);
    }

    /// <summary>Powers of a base whose exponents lie at equal distances, both ends included.</summary>
    /// <param name="start">The first exponent.</param>
    /// <param name="end">The last exponent.</param>
    /// <param name="steps">How many numbers.</param>
    /// <param name="base">The base.</param>
    /// <param name="dtype">The element type; Float32 unless <see cref="set_default_dtype"/> was called.</param>
    /// <param name="device">The CPU, or null.</param>
    /// <param name="requires_grad">Whether gradients with respect to the tensor are wanted.</param>
    /// <returns>A new tensor.</returns>
    public static Tensor logspace(
        double start, double end, long steps, double @base = 10, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false)
    {
        if (steps < 0)
            throw TorchError.Because("number of steps must be non-negative");

        var stride = steps > 1 ? (end - start) / (steps - 1) : 0;
        return Creation.Empty([steps], dtype, device, false)
            .Drawn(t => Sequences.Fill(t, i => Math.Pow(@base, Exponent(i))), requires_grad);

        double Exponent(long i) => i < steps / 2 ? start + (i * stride) : end - ((steps - 1 - i) * stride);
    }
}
