using Tortue.Tensors;
using Tortue.Tensors.Autograd;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The product of two matrices, n×m and m×p.</summary>
        /// <param name="target">The right factor.</param>
        /// <returns>A matrix, n×p.</returns>
        public Tensor mm(Tensor target)
        {
            if (Rank != 2)
                throw TorchError.Because($"self must be a matrix, not {Rank}-D");
            if (target.Rank != 2)
                throw TorchError.Because($"mat2 must be a matrix, not {target.Rank}-D");
            if (_sizes[1] != target._sizes[0])
            {
                throw TorchError.Because($"mat1 and mat2 shapes cannot be multiplied ({_sizes[0]}x{_sizes[1]} and " +
                    $"{target._sizes[0]}x{target._sizes[1]})");
            }

            RequireSameType(target);
            var result = Products.Multiply(this, target);
            if (GradientNode.Begin("MmBackward0", this, target) is { } node)
            {
                var (left, right) = (node.Save(this, target.requires_grad), node.Save(target, requires_grad));
                node.Input(this, g => Products.Multiply(g, Transposed(right.Value)))
                    .Input(target, g => Products.Multiply(Transposed(left.Value), g)).Output(result);
            }

            return result;
        }

        /// <summary>The products of two stacks of matrices, b×n×m and b×m×p.</summary>
        /// <param name="batch2">The right factors.</param>
        /// <returns>A stack of matrices, b×n×p.</returns>
        public Tensor bmm(Tensor batch2)
        {
            if (Rank != 3)
                throw TorchError.Because($"batch1 must be a 3D tensor, but it is {Rank}D of shape {Shapes.Text(_sizes)}");
            if (batch2.Rank != 3)
                throw TorchError.Because($"batch2 must be a 3D tensor, but it is {batch2.Rank}D of shape {Shapes.Text(batch2._sizes)}");
            if (_sizes[0] != batch2._sizes[0] || _sizes[2] != batch2._sizes[1])
            {
                throw TorchError.Because($"Expected size for first two dimensions of batch2 tensor to be: [{_sizes[0]}, {_sizes[2]}] " +
                    "but got: " +
                    $"[{batch2._sizes[0]}, {batch2._sizes[1]}].");
            }

            CheckedNumber("bmm").RequireSameType(batch2);
            var result = Products.Multiply(this, batch2);
            if (GradientNode.Begin("BmmBackward0", this, batch2) is { } node)
            {
                var (left, right) = (node.Save(this, batch2.requires_grad), node.Save(batch2, requires_grad));
                node.Input(this, g => Products.Multiply(g, Transposed(right.Value)))
                    .Input(batch2, g => Products.Multiply(Transposed(left.Value), g)).Output(result);
            }

            return result;
        }

        /// <summary>The product of a matrix, n×m, and a vector.</summary>
        /// <param name="target">The vector, m.</param>
        /// <returns>A vector, n.</returns>
        public Tensor mv(Tensor target)
        {
            if (Rank != 2 || target.Rank != 1)
                throw TorchError.Because($"vector + matrix @ vector expected, got 1, {Rank}, {target.Rank}");
            if (_sizes[1] != target._sizes[0])
                throw TorchError.Because($"size mismatch, got input ({_sizes[0]}), mat ({_sizes[0]}x{_sizes[1]}), vec " +
                    $"({target._sizes[0]})");
            return Composite.Of(() => CheckedNumber("addmv_impl_cpu").mm(target.unsqueeze(1)).squeeze(1));
        }

        /// <summary>The scalar product of two vectors.</summary>
        /// <param name="target">The other vector.</param>
        /// <returns>A tensor of one number.</returns>
        public Tensor dot(Tensor target)
        {
            if (Rank != 1 || target.Rank != 1 || _sizes[0] != target._sizes[0])
            {
                throw new InvalidOperationException("dot arguments must have the same shape, of one dimension, but have " +
                    $"{Shapes.Text(_sizes)} and {Shapes.Text(target._sizes)}.");
            }

            return ScalarProduct(target);
        }

        private Tensor ScalarProduct(Tensor target)
        {
            if (_sizes[0] != target._sizes[0])
            {
                throw TorchError.Because($"inconsistent tensor size, expected tensor [{_sizes[0]}] and src [{target._sizes[0]}] to have " +
                    $"the same number of elements, but got {_sizes[0]} and {target._sizes[0]} elements respectively");
            }

            if (dtype != target.dtype)
            {
                throw TorchError.Because("dot : expected both vectors to have same dtype, but found " +
                    $"{ScalarTypes.ShortName(dtype)} and {ScalarTypes.ShortName(target.dtype)}");
            }

            return Composite.Of(() => CheckedNumber("dot").unsqueeze(0).mm(target.unsqueeze(1)).reshape());
        }

        /// <summary>All products of an element of this vector and one of another.</summary>
        /// <param name="vec2">The other vector.</param>
        /// <returns>A matrix.</returns>
        public Tensor outer(Tensor vec2)
        {
            if (Rank != 1)
                throw TorchError.Because($"outer: Expected 1-D argument self, but got {Rank}-D");
            if (vec2.Rank != 1)
                throw TorchError.Because($"outer: Expected 1-D argument vec2, but got {vec2.Rank}-D");
            return Composite.Of(() => unsqueeze(1).mul(vec2.unsqueeze(0)));
        }

        /// <summary>beta · this + alpha · (mat1 mat2).</summary>
        /// <param name="mat1">A matrix, n×m.</param>
        /// <param name="mat2">A matrix, m×p.</param>
        /// <param name="beta">The factor of this tensor, which is broadcast to n×p.</param>
        /// <param name="alpha">The factor of the product.</param>
        /// <returns>A matrix, n×p.</returns>
        public Tensor addmm(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1)
        {
            if (dtype != mat2.dtype)
            {
                throw TorchError.Because($"self and mat2 must have the same dtype, but got {ScalarTypes.ShortName(dtype)} and " +
                    ScalarTypes.ShortName(mat2.dtype));
            }

            return Composite.Of(() =>
            {
                var product = mat1.mm(mat2);
                var scaled = alpha == 1 ? product : product.mul(alpha);
                return beta == 0 ? scaled : scaled.add((beta == 1 ? this : mul(beta)).Expanded(scaled._sizes));
            });
        }

        /// <summary>
        /// The matrix product: of two vectors their scalar product, of matrices the usual one, and of more dimensions a stack of products,
        /// whose other dimensions are broadcast. A vector counts as a row on the left and as a column on the right.
        /// </summary>
        /// <param name="target">The right factor.</param>
        /// <returns>A new tensor.</returns>
        public Tensor matmul(Tensor target)
        {
            if (Rank == 0 || target.Rank == 0)
                throw TorchError.Because($"both arguments to matmul need to be at least 1D, but they are {Rank}D and {target.Rank}D");

            return Rank == 2 && target.Rank == 2 ? mm(target) : OtherProduct(target);
        }

        /// <summary>The product of what are not two matrices, made of products of matrices.</summary>
        private Tensor OtherProduct(Tensor target) => Composite.Of(() => (Rank, target.Rank) switch
        {
            (1, 1) => ScalarProduct(target),
            (2, 1) => mv(target),
            (1, 2) => unsqueeze(0).mm(target).squeeze(0),
            (_, 1) => matmul(target.unsqueeze(1)).squeeze(-1),
            (1, _) => unsqueeze(0).matmul(target).squeeze(-2),
            (_, 2) => Folded(target),
            _ => Stacked(target),
        });

        private static Tensor Transposed(Tensor x)
        {
            var (sizes, strides) = (x.shape, x.stride());
            (sizes[^1], sizes[^2]) = (sizes[^2], sizes[^1]);
            (strides[^1], strides[^2]) = (strides[^2], strides[^1]);
            return x.Reshaped(sizes, strides, x._offset);
        }

        /// <summary>A stack times one matrix: one product of all rows.</summary>
        private Tensor Folded(Tensor matrix) =>
            reshape([Shapes.Count(_sizes.AsSpan(0, Rank - 1)), _sizes[^1]]).mm(matrix).reshape([.. _sizes[..^1], matrix._sizes[1]]);

        private Tensor Stacked(Tensor target)
        {
            var batch = Shapes.Broadcast(_sizes[..^2], target._sizes[..^2]);
            var count = Shapes.Count(batch);
            var left = Expanded([.. batch, .. _sizes[^2..]]).reshape([count, .. _sizes[^2..]]);
            var right = target.Expanded([.. batch, .. target._sizes[^2..]]).reshape([count, .. target._sizes[^2..]]);
            return left.bmm(right).reshape([.. batch, _sizes[^2], target._sizes[^1]]);
        }

        private void RequireSameType(Tensor other)
        {
            if (dtype != other.dtype)
            {
                throw TorchError.Because($"expected m1 and m2 to have the same dtype, but got: {ScalarTypes.ShortName(dtype)} != " +
                    ScalarTypes.ShortName(other.dtype));
            }
        }
    }
}
