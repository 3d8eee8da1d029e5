using static TorchSharp.torch;

namespace Tortue.Tensors;

/// <summary>
/// Gradients of matrix decompositions: Giles, "Collected matrix derivative results" (2008), and Townsend (2016) for the SVD.
/// </summary>
internal static class MatrixGradients
{
    /// <summary>U diag(g) Vᴴ.</summary>
    public static Tensor OfSingularValues(Tensor u, Tensor g, Tensor vh) => u.mul(g.unsqueeze(-2)).matmul(vh);

    /// <summary>The gradient that comes through U; singular values must differ.</summary>
    public static Tensor OfLeftVectors(Tensor u, Tensor s, Tensor vh, Tensor g)
    {
        if (u.Sizes[^1] > s.Sizes[^1])
            u = u.narrow(-1, 0, s.Sizes[^1]);
        vh = vh.narrow(-2, 0, s.Sizes[^1]);
        var inner = Antisymmetric(u.Flipped().matmul(g)).div(SquareDifferences(s)).mul(s.unsqueeze(-2));
        var gradient = u.matmul(inner).matmul(vh);
        if (u.Sizes[^2] == u.Sizes[^1])
            return gradient;
        var outside = g.sub(u.matmul(u.Flipped().matmul(g)));
        return gradient.add(outside.div(s.unsqueeze(-2)).matmul(vh));
    }

    /// <summary>The gradient that comes through Vᴴ; singular values must differ.</summary>
    public static Tensor OfRightVectors(Tensor u, Tensor s, Tensor vh, Tensor g) =>
        OfLeftVectors(vh.Flipped(), s, u.Flipped(), g.Flipped()).Flipped();

    /// <summary>The gradient that comes through eigenvectors; eigenvalues must differ.</summary>
    public static Tensor OfEigenvectors(Tensor values, Tensor vectors, Tensor g)
    {
        var differences = values.unsqueeze(-2).sub(values.unsqueeze(-1));
        // Rotations change a matrix of orthonormal vectors by antisymmetric ones alone, whose diagonal is zero.
        var inner = Antisymmetric(vectors.Flipped().matmul(g)).mul(0.5).div(WithOnes(differences));
        return vectors.matmul(inner).matmul(vectors.Flipped());
    }

    /// <summary>The gradient that comes through Q or R of matrices that are not wider than tall, or through R's square part.</summary>
    public static Tensor OfOrthogonal(Tensor? q, Tensor r, Tensor? gq, Tensor? gr)
    {
        if (q is null)
        {
            throw TorchError.Because("The derivative of linalg.qr depends on Q, which is not computed when mode='r'. Please use " +
                "linalg.qr(A, mode='reduced') if you are going to require gradients.");
        }

        if (q.Sizes[^1] > r.Sizes[^1])
        {
            throw TorchError.Because("The QR decomposition is not differentiable when mode='complete' and nrows > ncols");
        }

        // A wide A = (X, Y) has A = Q (U, W): X = Q U, and Y = Q W, whose gradient is that of a product.
        var k = r.Sizes[^2];
        if (r.Sizes[^1] > k)
        {
            var (square, rest) = (r.narrow(-1, 0, k), r.narrow(-1, k, r.Sizes[^1] - k));
            var gRest = gr?.narrow(-1, k, r.Sizes[^1] - k) ?? rest.mul(0);
            // Y = Q W, so W = Qᵀ Y depends on Q as well.
            var gY = q.matmul(gRest);
            var gFrame = q.matmul(rest).matmul(gRest.Flipped());
            var gX = OfOrthogonal(q, square, gq is null ? gFrame : gq.add(gFrame), gr?.narrow(-1, 0, k));
            return cat([gX, gY], -1);
        }

        var m = (gr is null ? null : r.matmul(gr.Flipped()), gq is null ? null : gq.Flipped().matmul(q)) switch
        {
            ({ } left, { } right) => left.sub(right),
            ({ } left, null) => left,
            (_, var right) => right!.neg(),
        };
        var symmetric = m.tril().add(m.tril(-1).Flipped());
        var inner = gq is null ? q.matmul(symmetric) : gq.add(q.matmul(symmetric));
        return linalg.solve_triangular(r, inner.Flipped(), upper: true).Flipped();
    }

    /// <summary>The gradient that comes through L of A = L Lᵀ.</summary>
    public static Tensor OfRoot(Tensor lower, Tensor g)
    {
        var phi = lower.Flipped().matmul(g).tril();
        phi = phi.sub(phi.mul(eye(lower.Sizes[^1], dtype: lower.dtype)).mul(0.5));
        var upper = lower.Flipped();
        var left = linalg.solve_triangular(upper, phi, upper: true);
        var whole = linalg.solve_triangular(upper, left.Flipped(), upper: true).Flipped();
        return whole.add(whole.Flipped()).mul(0.5);
    }

    /// <summary>The matrices of cofactors, the gradient of the determinant, also where that is zero.</summary>
    public static Tensor Cofactors(Tensor a)
    {
        var (u, s, vh) = Decompositions.Singular(a, full: false);
        var size = s.Sizes[^1];
        var others = s.unsqueeze(-2).expand([.. s.Sizes[..^1], size, size]).masked_fill(eye(size, dtype: ScalarType.Bool), 1).prod(-1);
        var signs = linalg.det(u).mul(linalg.det(vh)).unsqueeze(-1);
        return OfSingularValues(u, others.mul(signs), vh);
    }

    private static Tensor Antisymmetric(Tensor x) => x.sub(x.Flipped());

    private static Tensor SquareDifferences(Tensor s)
    {
        var (rows, columns) = (s.unsqueeze(-1), s.unsqueeze(-2));
        return WithOnes(columns.sub(rows).mul(columns.add(rows)));
    }

    private static Tensor WithOnes(Tensor x) => x.add(eye(x.Sizes[^1], dtype: x.dtype));
}
