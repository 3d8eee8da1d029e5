using Tortue.Tensors;
using Tortue.Tensors.Autograd;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The variance of all elements.</summary>
        /// <param name="unbiased">Whether to divide by n − 1 (Bessel's correction) and not by n.</param>
        /// <returns>A tensor of one number.</returns>
        public Tensor var(bool unbiased = true) => var([], unbiased);

        /// <summary>The variance over a dimension.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="unbiased">Whether to divide by n − 1 (Bessel's correction) and not by n.</param>
        /// <param name="keepdim">Whether it stays, with size one.</param>
        /// <param name="type">The element type to compute in.</param>
        /// <returns>A new tensor.</returns>
        public Tensor var(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var([dim], unbiased, keepdim, type);

        /// <summary>The variance over some dimensions.</summary>
        /// <param name="dimensions">The dimensions; all when empty.</param>
        /// <param name="unbiased">Whether to divide by n − 1 (Bessel's correction) and not by n.</param>
        /// <param name="keepdim">Whether they stay, with size one.</param>
        /// <param name="type">The element type to compute in.</param>
        /// <returns>A new tensor.</returns>
        public Tensor var(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null)
        {
            if (type is { } wanted && wanted != dtype)
            {
                using var converted = to_type(wanted);
                return converted.var(dimensions, unbiased, keepdim);
            }

            if (!is_floating_point())
                throw TorchError.Because("std and var only support floating point and complex dtypes");

            var count = Averaged(dimensions) - (unbiased ? 1 : 0);
            var dims = Reducing.Dims(this, dimensions);
            using var mean = Reducing.Mean(this, dims);
            using var kept = Reducing.SumOfSquares(this, dims, mean);
            kept.div_((double)Math.Max(count, 0));
            var result = Shaped(kept, dims, keepdim);
            if (GradientNode.Begin("VarBackward0", this) is { } node)
            {
                var (saved, middle) = (node.Save(this), node.Save(mean));
                node.Input(this, g => saved.Value.sub(middle.Value).mul(g.reshape(middle.Value._sizes).mul(2.0 / Math.Max(count, 0))))
                    .Output(result);
            }

            return result;
        }

        /// <inheritdoc cref="var(long[], bool, bool, ScalarType?)"/>
        public Tensor var(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var(dimensions.ToArray(), unbiased, keepdim, type);

        /// <summary>The standard deviation of all elements.</summary>
        /// <param name="unbiased">Whether to divide by n − 1 (Bessel's correction) and not by n.</param>
        /// <returns>A tensor of one number.</returns>
        public Tensor std(bool unbiased = true) => Deviation(var(unbiased));

        /// <summary>The standard deviation over a dimension.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="unbiased">Whether to divide by n − 1 (Bessel's correction) and not by n.</param>
        /// <param name="keepdim">Whether it stays, with size one.</param>
        /// <param name="type">The element type to compute in.</param>
        /// <returns>A new tensor.</returns>
        public Tensor std(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Deviation(var(dim, unbiased, keepdim, type));

        /// <summary>The standard deviation over some dimensions.</summary>
        /// <param name="dimensions">The dimensions; all when empty.</param>
        /// <param name="unbiased">Whether to divide by n − 1 (Bessel's correction) and not by n.</param>
        /// <param name="keepdim">Whether they stay, with size one.</param>
        /// <param name="type">The element type to compute in.</param>
        /// <returns>A new tensor.</returns>
        public Tensor std(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Deviation(var(dimensions, unbiased, keepdim, type));

        /// <inheritdoc cref="std(long[], bool, bool, ScalarType?)"/>
        public Tensor std(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std(dimensions.ToArray(), unbiased, keepdim, type);

        /// <summary>The p-norm of all elements, (Σ|x|ᵖ)^(1/p).</summary>
        /// <param name="p">The order; infinities give the largest or smallest absolute value, and 0 counts the elements other than
        /// zero.</param>
        /// <returns>A tensor of one number; its gradient at zero is taken as zero.</returns>
        public Tensor norm(float p = 2) => Norm([], false, p);

        /// <summary>The p-norm over a dimension.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="keepdim">Whether it stays, with size one.</param>
        /// <param name="p">The order; see <see cref="norm(float)"/>.</param>
        /// <returns>A new tensor.</returns>
        public Tensor norm(int dim, bool keepdim = false, float p = 2) => Norm([dim], keepdim, p);

        /// <summary>The mean of all elements of the absolute difference to the power of p, to the power of 1/p: the p-distance.</summary>
        /// <param name="other">The other tensor.</param>
        /// <param name="p">The order; see <see cref="norm(float)"/>.</param>
        /// <returns>A tensor of one number.</returns>
        public Tensor dist(Tensor other, float p = 2) => Composite.Of(() => sub(other).norm(p));

        /// <summary>The square root of a variance, which is taken over; its gradient at zero is taken as zero.</summary>
        private static Tensor Deviation(Tensor given)
        {
            using var variance = given;
            var result = Pointwise.Map<Tortue.Tensors.Kernels.Sqrt>(variance);
            if (GradientNode.Begin("StdBackward0", variance) is { } node)
            {
                var y = node.Save(result);
                node.Input(variance, g => g.div(y.Value.mul(2)).masked_fill(y.Value.eq(0), 0)).Output(result);
            }

            return result;
        }

        /// <summary>The p-norm over some dimensions, or all when there are none.</summary>
        internal Tensor Norm(long[] dims, bool keepdim, float p)
        {
            if (!is_floating_point())
            {
                throw TorchError.Because("linalg.vector_norm: Expected a floating point or complex tensor as input. " +
                    $"Got {ScalarTypes.ShortName(dtype)}");
            }

            return p switch
            {
                0 => CountOfOthers(dims, keepdim),
                1 => Composite.Of(() => abs().sum(dims, keepdim)),
                2 => EuclideanNorm(dims, keepdim),
                float.PositiveInfinity => Composite.Of(() => abs().amax(dims, keepdim)),
                float.NegativeInfinity => Composite.Of(() => abs().amin(dims, keepdim)),
                _ => PowerNorm(dims, keepdim, p),
            };
        }

        /// <summary>(Σ|x|ᵖ)^(1/p), whose gradient sign(x) |x|ᵖ⁻¹ ‖x‖¹⁻ᵖ is taken as zero where an element or the norm is zero.</summary>
        private Tensor PowerNorm(long[] dims, bool keepdim, float p)
        {
            using var kept = Composite.Of(() =>
            {
                using var noGradient = GradMode.Set(false);
                return abs().pow(p).sum(dims, keepdim: true).pow(1.0 / p);
            });
            var result = Shaped(kept, Reducing.Dims(this, dims), keepdim);
            if (GradientNode.Begin("NormBackward1", this) is { } node)
            {
                var (x, norm) = (node.Save(this), node.Save(kept));
                node.Input(this, g =>
                {
                    var slope = x.Value.sign().mul(x.Value.abs().pow(p - 1)).mul(norm.Value.pow(1 - p));
                    var flat = p < 1 ? x.Value.eq(0).logical_or(norm.Value.eq(0)) : norm.Value.eq(0);
                    return slope.masked_fill(flat, 0).mul(g.reshape(norm.Value._sizes));
                }).Output(result);
            }

            return result;
        }

        /// <summary>How many elements are not zero: no gradient passes, but PyTorch records the operation.</summary>
        private Tensor CountOfOthers(long[] dims, bool keepdim)
        {
            var count = Composite.Of(() => ne(0).to_type(dtype).sum(dims, keepdim));
            return GradientNode.Begin("NormBackward1", this)?.Input(this, static _ => null).Output(count) ?? count;
        }

        private Tensor EuclideanNorm(long[] dimensions, bool keepdim)
        {
            var dims = Reducing.Dims(this, dimensions);
            using var squares = Reducing.SumOfSquares(this, dims);
            using var kept = Pointwise.Map<Tortue.Tensors.Kernels.Sqrt>(squares);
            var result = Shaped(kept, dims, keepdim);
            if (GradientNode.Begin("NormBackward1", this) is { } node)
            {
                var (x, length) = (node.Save(this), node.Save(kept));
                node.Input(this, g =>
                {
                    var direction = x.Value.div(length.Value).masked_fill(length.Value.eq(0), 0);
                    return direction.mul(g.reshape(length.Value._sizes));
                }).Output(result);
            }

            return result;
        }
    }
}
