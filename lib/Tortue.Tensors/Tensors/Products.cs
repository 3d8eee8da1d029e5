using System.Numerics;
using Tortue.Tensors.Kernels;
using static TorchSharp.torch;

namespace Tortue.Tensors;

/// <summary>Matrix products of tensors; transposed operands are read by their strides. No history is recorded here.</summary>
internal static class Products
{
    /// <summary>The product of two matrices (n×m and m×p), or of two stacks of as many matrices.</summary>
    public static Tensor Multiply(Tensor a, Tensor b)
    {
        var batches = a.Rank == 3 ? a.Sizes[0] : 1;
        long[] sizes = [.. a.Sizes[..^1], b.Sizes[^1]];
        var c = Tensor.Empty(sizes, a.dtype);
        if (c.Count == 0)
            return c;
        if (a.Sizes[^1] == 0)
        {
            c.Fill(0);
            return c;
        }

        for (var batch = 0; batch < batches; batch++)
        {
            switch (a.dtype)
            {
                case ScalarType.Float32: MultiplySingle(a, b, c, batch); break;
                case ScalarType.Float64: MultiplyDouble(a, b, c, batch); break;
                case ScalarType.Int64: MultiplyPlainly<long>(a, b, c, batch); break;
                case ScalarType.Int32: MultiplyPlainly<int>(a, b, c, batch); break;
                default: throw TorchError.Because($"\"addmm_impl_cpu_\" not implemented for '{ScalarTypes.ShortName(a.dtype)}'");
            }
        }

        return c;
    }

    private static void MultiplySingle(Tensor a, Tensor b, Tensor c, int batch)
    {
        var (m, n, k) = ((int)a.Sizes[^2], (int)b.Sizes[^1], (int)a.Sizes[^1]);
        MatrixProduct.Multiply(
            Matrix<float>(a, batch), (int)a.Strides[^2], (int)a.Strides[^1],
            Matrix<float>(b, batch), (int)b.Strides[^2], (int)b.Strides[^1],
            c.Span<float>().Slice(batch * m * n, m * n), n, m, n, k, accumulate: false);
    }

    private static void MultiplyDouble(Tensor a, Tensor b, Tensor c, int batch)
    {
        var (m, n, k) = ((int)a.Sizes[^2], (int)b.Sizes[^1], (int)a.Sizes[^1]);
        MatrixProduct.Multiply(
            Matrix<double>(a, batch), (int)a.Strides[^2], (int)a.Strides[^1],
            Matrix<double>(b, batch), (int)b.Strides[^2], (int)b.Strides[^1],
            c.Span<double>().Slice(batch * m * n, m * n), n, m, n, k, accumulate: false);
    }

    /// <summary>Integers, for which nobody needs speed.</summary>
    private static void MultiplyPlainly<T>(Tensor a, Tensor b, Tensor c, int batch)
        where T : unmanaged, INumber<T>
    {
        var (m, n, k) = ((int)a.Sizes[^2], (int)b.Sizes[^1], (int)a.Sizes[^1]);
        var left = Matrix<T>(a, batch);
        var right = Matrix<T>(b, batch);
        var product = c.Span<T>().Slice(batch * m * n, m * n);
        product.Clear();
        for (var i = 0; i < m; i++)
        {
            for (var j = 0; j < n; j++)
            {
                for (var l = 0; l < k; l++)
                {
                    var x = left[(int)((i * a.Strides[^2]) + (l * a.Strides[^1]))];
                    product[(i * n) + j] += x * right[(int)((l * b.Strides[^2]) + (j * b.Strides[^1]))];
                }
            }
        }
    }

    private static ReadOnlySpan<T> Matrix<T>(Tensor x, int batch)
        where T : unmanaged => x.SpanFromOffset<T>()[(int)(x.Rank == 3 ? batch * x.Strides[0] : 0)..];
}
