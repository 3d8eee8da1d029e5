using Tortue.Tensors;

namespace TorchSharp;

public static partial class torch
{
    public static partial class linalg
    {
        /// <summary>The p-norm of vectors, (Σ|x|ᵖ)^(1/p).</summary>
        /// <param name="input">Any tensor of floating-point numbers.</param>
        /// <param name="ord">p; infinities give the largest or smallest absolute value, and 0 counts the elements other than zero.</param>
        /// <param name="dims">The dimensions that form a vector; all when null.</param>
        /// <param name="keepdim">Whether they stay, with size one.</param>
        /// <returns>A new tensor; its gradient at zero is taken as zero.</returns>
        public static Tensor vector_norm(Tensor input, double ord = 2, long[]? dims = null, bool keepdim = false) =>
            input.Norm(dims ?? [], keepdim, (float)ord);

        /// <summary>A norm of matrices.</summary>
        /// <param name="input">Matrices of floating-point numbers.</param>
        /// <param name="ord">"fro", the root of the sum of squares, or "nuc", the sum of the singular values.</param>
        /// <param name="dims">The two dimensions that form a matrix; the last two when null.</param>
        /// <param name="keepdim">Whether they stay, with size one.</param>
        /// <returns>A number for each matrix.</returns>
        public static Tensor matrix_norm(Tensor input, string ord = "fro", long[]? dims = null, bool keepdim = false) => ord switch
        {
            "fro" => vector_norm(input, 2, MatrixDims(input, dims), keepdim),
            "nuc" => OfSingularValues(input, dims, keepdim, static s => s.sum(-1L)),
            _ => throw TorchError.Because($"linalg.matrix_norm: Order {ord} not supported."),
        };

        /// <summary>A norm of matrices.</summary>
        /// <param name="input">Matrices of floating-point numbers.</param>
        /// <param name="ord">
        /// 2, the largest singular value (the spectral norm), or −2, the smallest; 1, the largest sum of absolute values of a column, or
        /// −1, the smallest; infinity and minus infinity, the same of a row.
        /// </param>
        /// <param name="dims">The two dimensions that form a matrix; the last two when null.</param>
        /// <param name="keepdim">Whether they stay, with size one.</param>
        /// <returns>A number for each matrix.</returns>
        public static Tensor matrix_norm(Tensor input, double ord, long[]? dims = null, bool keepdim = false)
        {
            var (row, column) = (MatrixDims(input, dims)[0], MatrixDims(input, dims)[1]);
            return Composite.Of(() => Math.Abs(ord) switch
            {
                2 => OfSingularValues(input, dims, keepdim, s => ord > 0 ? s.amax(-1L) : s.amin(-1L)),
                1 => Extreme(input.abs().sum([row], true), column),
                double.PositiveInfinity => Extreme(input.abs().sum([column], true), row),
                _ => throw TorchError.Because(FormattableString.Invariant($"linalg.matrix_norm: Order {ord} not supported.")),
            });

            Tensor Extreme(Tensor sums, long dim)
            {
                var result = ord > 0 ? sums.amax([dim], true) : sums.amin([dim], true);
                return keepdim ? result : result.squeeze(Math.Max(row, column)).squeeze(Math.Min(row, column));
            }
        }

        /// <summary>The root of the sum of squares, of all elements or over some dimensions.</summary>
        /// <param name="input">Any tensor of floating-point numbers.</param>
        /// <param name="dims">The dimensions; all when null.</param>
        /// <param name="keepdim">Whether they stay, with size one.</param>
        /// <returns>A new tensor.</returns>
        public static Tensor norm(Tensor input, long[]? dims = null, bool keepdim = false) => vector_norm(input, 2, dims, keepdim);

        /// <summary>A norm of matrices; see <see cref="matrix_norm(Tensor, string, long[], bool)"/>.</summary>
        /// <param name="input">A matrix, or more dimensions with two that are named.</param>
        /// <param name="ord">"fro" or "nuc".</param>
        /// <param name="dims">The two dimensions that form a matrix; the tensor is one when null.</param>
        /// <param name="keepdim">Whether they stay, with size one.</param>
        /// <returns>A number for each matrix.</returns>
        public static Tensor norm(Tensor input, string ord, long[]? dims = null, bool keepdim = false) => dims is null && input.Rank != 2
            ? throw TorchError.Because($"linalg.norm: If dim is not specified but ord is, the input must be 1D or 2D. Got {input.Rank}D.")
            : matrix_norm(input, ord, dims, keepdim);

        /// <summary>A norm of vectors or matrices.</summary>
        /// <param name="input">A vector or a matrix, or more dimensions with one or two that are named.</param>
        /// <param name="ord">
        /// For one dimension that of <see cref="vector_norm"/>, for two that of <see cref="matrix_norm(Tensor, double, long[], bool)"/>.
        /// </param>
        /// <param name="dims">One dimension that forms vectors or two that form matrices; all of the tensor's one or two when null.</param>
        /// <param name="keepdim">Whether they stay, with size one.</param>
        /// <returns>A new tensor.</returns>
        public static Tensor norm(Tensor input, double ord, long[]? dims = null, bool keepdim = false)
        {
            if (dims is null && input.Rank > 2)
            {
                throw TorchError.Because("linalg.norm: If dim is not specified but ord is, the input must be 1D or 2D. " +
                    $"Got {input.Rank}D.");
            }

            return (dims?.Length ?? input.Rank) == 2 ? matrix_norm(input, ord, dims, keepdim) : vector_norm(input, ord, dims, keepdim);
        }

        /// <inheritdoc cref="norm(Tensor, double, long[], bool)"/>
        public static Tensor norm(Tensor input, int ord, long[]? dims = null, bool keepdim = false) =>
            norm(input, (double)ord, dims, keepdim);

        /// <summary>The condition number: the largest singular value divided by the smallest.</summary>
        /// <param name="input">… × rows × columns.</param>
        /// <returns>A number for each matrix, infinite for singular ones.</returns>
        public static Tensor cond(Tensor input)
        {
            using var s = svdvals(input);
            using var largest = s.select(-1, 0);
            using var smallest = s.select(-1, -1);
            return largest.div(smallest);
        }

        /// <summary>The product of matrices, from left to right.</summary>
        /// <param name="tensors">Two or more matrices; the first and the last may be vectors, a row and a column.</param>
        /// <returns>A matrix, vector or number.</returns>
        public static Tensor multi_dot(IList<Tensor> tensors) => tensors.Count < 2
            ? throw TorchError.Because($"multi_dot(): expected at least 2 tensors but got {tensors.Count}")
            : Composite.Of(() => tensors.Aggregate((product, next) => product.matmul(next)));

        /// <summary>The scalar product of vectors along a dimension.</summary>
        /// <param name="x">Any tensor.</param>
        /// <param name="y">Another one; both shapes are broadcast.</param>
        /// <param name="dim">The dimension along which vectors lie.</param>
        /// <param name="out">Where to put the result, when not null.</param>
        /// <returns>A tensor without the dimension.</returns>
        public static Tensor vecdot(Tensor x, Tensor y, long dim = -1, Tensor? @out = null)
        {
            return Composite.Of(() =>
            {
                var result = x.mul(y).sum(dim);
                return @out is null ? result : @out.copy_(result);
            });
        }

        /// <summary>The diagonal of matrices. A view.</summary>
        /// <param name="input">Matrices.</param>
        /// <param name="offset">How far above the main diagonal; negative values lie below.</param>
        /// <param name="dim1">The rows' dimension.</param>
        /// <param name="dim2">The columns' dimension.</param>
        /// <returns>A tensor with one dimension fewer.</returns>
        public static Tensor diagonal(Tensor input, int offset = 0, int dim1 = -2, int dim2 = -1) => input.diagonal(offset, dim1, dim2);

        private static Tensor OfSingularValues(Tensor input, long[]? dims, bool keepdim, Func<Tensor, Tensor> function)
        {
            var pair = MatrixDims(input, dims);
            long[] others = [.. Enumerable.Range(0, input.Rank).Select(d => (long)d).Where(d => !pair.Contains(d))];
            return Composite.Of(() =>
            {
                var result = function(svdvals(input.permute([.. others, .. pair])));
                return keepdim ? result.unsqueeze(pair.Min()).unsqueeze(pair.Max()) : result;
            });
        }

        private static long[] MatrixDims(Tensor input, long[]? dims)
        {
            Matrices.Check("linalg.matrix_norm", input);
            if (dims is not null && dims.Length != 2)
                throw TorchError.Because($"linalg.matrix_norm: dim must be a 2-tuple. Got {string.Join(" ", dims)}");
            long[] pair = [.. (dims ?? [-2, -1]).Select(d => (long)Shapes.WrapDim(d, input.Rank))];
            if (pair[0] == pair[1])
                throw TorchError.Because("linalg.matrix_norm: dims must be different.");
            return pair;
        }
    }
}
