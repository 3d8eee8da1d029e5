using Tortue.Tensors.Autograd;
using Tortue.Tensors.Kernels;
using static TorchSharp.torch;

namespace Tortue.Tensors;

/// <summary>
/// Matrices as products of others, with their history: each factor by itself passes its gradient on, since gradients add up.
/// </summary>
internal static class Decompositions
{
    /// <summary>A = U diag(S) Vᴴ, singular values in descending order.</summary>
    public static (Tensor U, Tensor S, Tensor Vh) Singular(Tensor a, bool full)
    {
        const string Name = "linalg.svd";
        var wide = a.Rank > 1 && a.Sizes[^2] < a.Sizes[^1];
        // The algorithm wants tall matrices, column by column; a wide one row by row is its transpose column by column.
        var stack = Matrices.Of(Name, a, transposed: !wide);
        var (columns, rows) = (stack.Rows, stack.Columns);
        var width = full ? rows : columns;
        var (u, s) = (new double[stack.Count * rows * width], new double[stack.Count * columns]);
        var v = new double[stack.Count * columns * columns];
        for (var i = 0; i < stack.Count; i++)
        {
            var (left, values, right) = SingularValues.Decompose(stack[i], rows, columns, full);
            left.CopyTo(u, i * left.Length);
            values.CopyTo(s, i * values.Length);
            right.CopyTo(v, i * right.Length);
        }

        // Column by column, that is transposed.
        var tall = Matrices.Made(u, [.. stack.Batch, width, rows], a.dtype);
        var square = Matrices.Made(v, [.. stack.Batch, columns, columns], a.dtype);
        var sigma = Matrices.Made(s, [.. stack.Batch, columns], a.dtype);
        var (first, last) = wide ? (square.Flipped(), tall) : (tall.Flipped(), square);
        return WithHistory(a, first.contiguous(), sigma, last.contiguous());
    }

    /// <summary>A = Q R, with LAPACK's signs.</summary>
    /// <param name="a">… × rows × columns.</param>
    /// <param name="width">Columns of Q that are wanted: null for none, and R alone.</param>
    public static (Tensor Q, Tensor R) Orthogonal(Tensor a, Func<long, long, long>? width)
    {
        const string Node = "LinalgQrBackward0";
        var stack = Matrices.Of("linalg.qr", a, transposed: true);
        var (columns, rows) = (stack.Rows, stack.Columns);
        var kept = (int)(width?.Invoke(rows, columns) ?? Math.Min(rows, columns));
        var (q, r) = (new double[stack.Count * rows * kept], new double[stack.Count * kept * columns]);
        for (var i = 0; i < stack.Count; i++)
        {
            var factors = Reflections.Factor(stack[i], rows, columns);
            for (var j = 0; j < columns; j++)
                stack[i].Slice(j * rows, Math.Min(j + 1, kept)).CopyTo(r.AsSpan((i * kept * columns) + (j * kept)));
            if (width is not null)
                Reflections.Orthonormal(stack[i], rows, factors, kept).CopyTo(q, i * rows * kept);
        }

        var upper = Matrices.Made(r, [.. stack.Batch, columns, kept], a.dtype).Flipped().contiguous();
        if (width is null)
        {
            var alone = Recorded(Node, a, upper, [upper], (g, x) => MatrixGradients.OfOrthogonal(null, x[0], null, g));
            return (Tensor.Empty([0], a.dtype), alone);
        }

        var frame = Matrices.Made(q, [.. stack.Batch, kept, rows], a.dtype).Flipped().contiguous();
        return (
            Recorded(Node, a, frame, [frame, upper], (g, x) => MatrixGradients.OfOrthogonal(x[0], x[1], g, null)),
            Recorded(Node, a, upper, [frame, upper], (g, x) => MatrixGradients.OfOrthogonal(x[0], x[1], null, g)));
    }

    /// <summary>A = V diag(λ) Vᵀ of symmetric matrices, eigenvalues in ascending order.</summary>
    /// <param name="name">The function's name in messages.</param>
    /// <param name="a">… × rows × rows.</param>
    /// <param name="upper">Whether the upper triangle is read, and not the lower one.</param>
    public static (Tensor Values, Tensor Vectors) Symmetric(string name, Tensor a, bool upper)
    {
        Matrices.CheckSquare(name, a);
        var half = upper ? a.detach().triu() : a.detach().tril();
        var whole = half.add(half.Flipped()).sub(half.mul(eye(a.Sizes[^1], dtype: a.dtype)));
        var (stack, size) = (Matrices.Of(name, whole), (int)a.Sizes[^1]);
        var (values, vectors) = (new double[stack.Count * size], new double[stack.Values.Length]);
        for (var i = 0; i < stack.Count; i++)
        {
            var (lambda, v) = SymmetricEigenvalues.Decompose(stack[i], size);
            lambda.CopyTo(values, i * size);
            v.CopyTo(vectors, i * v.Length);
        }

        var frame = Matrices.Made(vectors, a.shape, a.dtype).Flipped().contiguous();
        var diagonal = Matrices.Made(values, a.Sizes[..^1], a.dtype);
        return (
            Recorded("LinalgEighBackward0", a, diagonal, [frame], (g, x) => MatrixGradients.OfSingularValues(x[0], g, x[0].Flipped())),
            Recorded("LinalgEighBackward0", a, frame, [diagonal, frame], (g, x) => MatrixGradients.OfEigenvectors(x[0], x[1], g)));
    }

    /// <summary>A = L Lᵀ of symmetric positive definite matrices.</summary>
    public static Tensor Root(Tensor a)
    {
        const string Name = "linalg.cholesky";
        Matrices.CheckSquare(Name, a);
        var (stack, size) = (Matrices.Of(Name, a), (int)a.Sizes[^1]);
        for (var i = 0; i < stack.Count; i++)
        {
            var failed = TriangularFactors.Root(stack[i], size);
            if (failed == 0)
                continue;
            throw TorchError.Because($"{Name}: {(stack.Batch.Length == 0 ? "" : $"(Batch element {i}): ")}The factorization could not be " +
                $"completed because the input is not positive-definite (the leading minor of order {failed} is not positive-definite).");
        }

        var lower = Matrices.Made(stack.Values, a.shape, a.dtype);
        return Recorded("LinalgCholeskyExBackward0", a, lower, [lower], (g, x) => MatrixGradients.OfRoot(x[0], g));
    }

    /// <summary>Records how one factor's gradient becomes the matrix's.</summary>
    /// <param name="name">The operation's name in messages.</param>
    /// <param name="a">The matrix.</param>
    /// <param name="factor">The factor.</param>
    /// <param name="kept">What the derivative reads.</param>
    /// <param name="derivative">Gets the factor's gradient and what was kept.</param>
    public static Tensor Recorded(string name, Tensor a, Tensor factor, Tensor[] kept, Func<Tensor, Tensor[], Tensor> derivative)
    {
        if (GradientNode.Begin(name, a) is not { } node)
            return factor;
        SavedTensor[] saved = [.. kept.Select(tensor => node.Save(tensor))];
        return node.Input(a, g => derivative(g, [.. saved.Select(tensor => tensor.Value)])).Output(factor);
    }

    private static (Tensor U, Tensor S, Tensor Vh) WithHistory(Tensor a, Tensor u, Tensor s, Tensor vh)
    {
        const string Node = "LinalgSvdBackward0";
        return (
            Recorded(Node, a, u, [u, s, vh], (g, x) => MatrixGradients.OfLeftVectors(x[0], x[1], x[2], Filled(g, x[1], -1, "U"))),
            Recorded(Node, a, s, [u, s, vh], (g, x) => MatrixGradients.OfSingularValues(
                x[0].narrow(-1, 0, x[1].Sizes[^1]), g, x[2].narrow(-2, 0, x[1].Sizes[^1]))),
            Recorded(Node, a, vh, [u, s, vh], (g, x) => MatrixGradients.OfRightVectors(x[0], x[1], x[2], Filled(g, x[1], -2, "Vh"))));
    }

    // The vectors that fill a square matrix up are arbitrary: their gradient has no meaning.
    private static Tensor Filled(Tensor g, Tensor s, int dim, string name) => g.size(dim) == s.Sizes[^1] ? g : throw TorchError.Because(
        $"linalg.svd: gradients of {name} need full_matrices=False: the vectors that make it square are arbitrary.");
}
