using Tortue.Tensors;
using Tortue.Tensors.Autograd;
using Tortue.Tensors.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private delegate void RowFunction<T>(ReadOnlySpan<T> x, Span<T> y, int width);

        /// <summary>Probabilities along a dimension: eˣ / Σ eˣ.</summary>
        /// <param name="dim">The dimension that sums to one.</param>
        /// <param name="dtype">The element type to compute in; integers need one.</param>
        /// <returns>A new tensor.</returns>
        public Tensor softmax(long dim, ScalarType? dtype = null)
        {
            if (dtype is { } wanted && wanted != this.dtype)
            {
                using var converted = to_type(wanted);
                return converted.softmax(dim);
            }

            var d = Shapes.WrapDim(dim, Rank);
            var result = AlongRows(this, d, "softmax", Softmax.Probabilities, Softmax.Probabilities);
            if (GradientNode.Begin("SoftmaxBackward0", this) is { } node)
            {
                var (y, isLast) = (node.Save(result), IsLastOfFloats(this, d));
                node.Input(this, g =>
                {
                    if (isLast)
                        return AlongRows(g, y.Value, Softmax.ProbabilitiesGradient);
                    var weighted = g.mul(y.Value);
                    return weighted.sub(y.Value.mul(weighted.sum(d, keepdim: true)));
                }).Output(result);
            }

            return result;
        }

        /// <summary>Logarithms of probabilities along a dimension: x − log Σ eˣ.</summary>
        /// <param name="dim">The dimension whose exponentials sum to one.</param>
        /// <param name="dtype">The element type to compute in; integers need one.</param>
        /// <returns>A new tensor.</returns>
        public Tensor log_softmax(long dim, ScalarType? dtype = null)
        {
            if (dtype is { } wanted && wanted != this.dtype)
            {
                using var converted = to_type(wanted);
                return converted.log_softmax(dim);
            }

            var d = Shapes.WrapDim(dim, Rank);
            var result = AlongRows(this, d, "log_softmax", Softmax.LogProbabilities, Softmax.LogProbabilities);
            if (GradientNode.Begin("LogSoftmaxBackward0", this) is { } node)
            {
                var (y, isLast) = (node.Save(result), IsLastOfFloats(this, d));
                node.Input(this, g => isLast
                    ? AlongRows(g, y.Value, Softmax.LogProbabilitiesGradient)
                    : g.sub(y.Value.exp().mul(g.sum(d, keepdim: true)))).Output(result);
            }

            return result;
        }

        /// <summary>log Σ eˣ along a dimension, without overflow.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="keepdim">Whether it stays, with size one.</param>
        /// <returns>A new tensor.</returns>
        public Tensor logsumexp(long dim, bool keepdim = false) => Composite.Of(() =>
        {
            if (!is_floating_point())
                return As(dtype.ToFloatingPoint()).logsumexp(dim, keepdim);
            if (Count == 0)
                return exp().sum(dim, keepdim).log();

            var largest = detach().amax([dim], true);
            var shift = largest.masked_fill(largest.isinf(), 0);
            var result = sub(shift).exp().sum(dim, true).log().add(shift);
            return keepdim ? result : result.squeeze(dim);
        });

        private delegate void RowGradient(ReadOnlySpan<float> g, ReadOnlySpan<float> y, Span<float> result, int width);

        private static bool IsLastOfFloats(Tensor x, int dim) => x.dtype == ScalarType.Float32 && x.Count > 0 && dim == x.Rank - 1;

        private static Tensor AlongRows(Tensor gradient, Tensor result, RowGradient function)
        {
            using var g = Operand.InOrder(gradient);
            using var y = Operand.InOrder(result);
            var product = Empty(result._sizes, result.dtype);
            function(g.Span<float>(), y.Span<float>(), product.Span<float>(), (int)result._sizes[^1]);
            return product;
        }

        private static Tensor AlongRows(Tensor x, int dim, string name, RowFunction<float> single, RowFunction<double> twofold)
        {
            if (!x.is_floating_point())
            {
                var kernel = x.Rank > 0 && dim != x.Rank - 1 ? "softmax_kernel_impl" : name + "_lastdim_kernel_impl";
                throw TorchError.Because($"\"{kernel}\" not implemented for '{ScalarTypes.ShortName(x.dtype)}'");
            }

            if (x.Rank > 0 && dim != x.Rank - 1)
            {
                using var columns = Exchanged(x, dim);
                using var rows = AlongRows(columns, x.Rank - 1, name, single, twofold);
                using var exchanged = Exchanged(rows, dim);
                return exchanged.Copied();
            }

            using var from = Operand.InOrder(x);
            var result = Empty(x._sizes, x.dtype);
            var width = x.Rank == 0 ? 1 : (int)x._sizes[^1];
            if (result.Count == 0)
                return result;
            if (x.dtype == ScalarType.Float32)
                single(from.Span<float>(), result.Span<float>(), width);
            else
                twofold(from.Span<double>(), result.Span<double>(), width);
            return result;
        }

        private static Tensor Exchanged(Tensor x, int dim)
        {
            var (sizes, strides) = (x.shape, x.stride());
            (sizes[dim], sizes[^1]) = (sizes[^1], sizes[dim]);
            (strides[dim], strides[^1]) = (strides[^1], strides[dim]);
            return x.Reshaped(sizes, strides, x._offset);
        }
    }
}
