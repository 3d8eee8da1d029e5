using Tortue.Tensors;

namespace TorchSharp;

public static partial class torch
{
    public static partial class linalg
    {
        /// <summary>X of A X = B, or of X A = B.</summary>
        /// <param name="A">… × rows × rows, not singular.</param>
        /// <param name="B">… × rows × columns, or … × rows; dimensions before are broadcast.</param>
        /// <param name="left">Whether A stands on the left.</param>
        /// <returns>X, of B's shape.</returns>
        public static Tensor solve(Tensor A, Tensor B, bool left = true) => left
            ? Solving.Solve("linalg.solve", A, B)
            : Composite.Of(() => Solving.Solve("linalg.solve", A.transpose(-2, -1), B.transpose(-2, -1)).transpose(-2, -1));

        /// <summary>X of A X = B, or of X A = B, where A is triangular, which is not checked.</summary>
        /// <param name="A">… × rows × rows.</param>
        /// <param name="B">… × rows × columns; dimensions before are broadcast.</param>
        /// <param name="upper">Whether A is upper triangular; what lies on the other side is not read.</param>
        /// <param name="left">Whether A stands on the left.</param>
        /// <param name="unitriangular">Whether A's diagonal counts as ones and is not read.</param>
        /// <param name="out">Where to put the result, when not null.</param>
        /// <returns>X, of B's shape.</returns>
        public static Tensor solve_triangular(
            Tensor A, Tensor B, bool upper, bool left = true, bool unitriangular = false, Tensor? @out = null) => Composite.Of(() =>
        {
            var result = left
                ? Solving.Triangular(A, B, upper, unitriangular)
                : Solving.Triangular(A.transpose(-2, -1), B.transpose(-2, -1), !upper, unitriangular).transpose(-2, -1);
            return @out is null ? result : @out.copy_(result);
        });

        /// <summary>The inverse of square matrices; to solve equations, <see cref="solve"/> is quicker and keeps more digits.</summary>
        /// <param name="input">… × rows × rows, not singular.</param>
        /// <returns>Of the same shape.</returns>
        public static Tensor inv(Tensor input) => Solving.Inverse("linalg.inv", input);

        /// <summary>The determinant of square matrices.</summary>
        /// <param name="input">… × rows × rows.</param>
        /// <returns>A number for each matrix.</returns>
        public static Tensor det(Tensor input) => Solving.Determinant("linalg.det", input);

        /// <summary>The sign of the determinant, and the logarithm of its absolute value, which overflows less easily.</summary>
        /// <param name="input">… × rows × rows.</param>
        /// <returns>−1, 0 or 1, and the logarithm, for each matrix.</returns>
        public static (Tensor, Tensor) slogdet(Tensor input) => Solving.LogDeterminant("linalg.slogdet", input);

        /// <summary>The pseudo-inverse of Moore and Penrose.</summary>
        /// <param name="input">… × rows × columns.</param>
        /// <param name="atol">Singular values that are no larger count as zero; 0 when null.</param>
        /// <param name="rtol">
        /// The same, as a part of the largest; the larger size times the type's precision when both are null, 0 when only this is.
        /// </param>
        /// <param name="hermitian">Has no effect here: symmetric matrices need no other way.</param>
        /// <returns>… × columns × rows.</returns>
        public static Tensor pinv(Tensor input, double? atol = null, double? rtol = null, bool hermitian = false) => Composite.Of(() =>
        {
            var (u, s, vh) = Decompositions.Singular(input.detach(), full: false);
            var inverse = s.reciprocal().masked_fill(s.le(Negligible(input, s, atol, rtol)), 0);
            var result = vh.transpose(-2, -1).mul(inverse.unsqueeze(-2)).matmul(u.transpose(-2, -1));
            return Decompositions.Recorded("LinalgPinvBackward0", input, result, [input, result], (g, x) =>
            {
                var (a, p, pt, gt) = (x[0], x[1], x[1].transpose(-2, -1), g.transpose(-2, -1));
                var inside = pt.matmul(g).matmul(pt).neg();
                var rows = gt.matmul(p).sub(a.matmul(p).matmul(gt).matmul(p)).matmul(pt);
                var columns = pt.matmul(p).matmul(gt.sub(gt.matmul(p).matmul(a)));
                return inside.add(rows).add(columns);
            });
        });

        /// <summary>The number of singular values that are not negligible.</summary>
        /// <param name="input">… × rows × columns.</param>
        /// <param name="atol">Singular values that are no larger count as zero; 0 when null.</param>
        /// <param name="rtol">
        /// The same, as a part of the largest; the larger size times the type's precision when both are null, 0 when only this is.
        /// </param>
        /// <param name="hermitian">Has no effect here: symmetric matrices need no other way.</param>
        /// <returns>An Int64 number for each matrix.</returns>
        public static Tensor matrix_rank(Tensor input, double? atol = null, double? rtol = null, bool hermitian = false)
        {
            return Composite.Of(() =>
            {
                var s = svdvals(input.detach());
                return s.gt(Negligible(input, s, atol, rtol)).sum(-1L);
            });
        }

        /// <summary>X that makes ‖A X − B‖ smallest; of several, that of the smallest norm.</summary>
        /// <param name="input">A, … × rows × columns.</param>
        /// <param name="other">B, … × rows × right sides.</param>
        /// <returns>
        /// X; the sums of squares that are left for each right side, empty where A is not taller than wide or lacks rank; A's rank; A's
        /// singular values.
        /// </returns>
        public static (Tensor Solution, Tensor Residuals, Tensor Rank, Tensor SingularValues) lstsq(Tensor input, Tensor other) =>
            Composite.Of(() => LeastSquares(input, other, null));

        /// <inheritdoc cref="lstsq(Tensor, Tensor)"/>
        /// <param name="input">A, … × rows × columns.</param>
        /// <param name="other">B, … × rows × right sides.</param>
        /// <param name="rcond">Singular values up to this part of the largest count as zero.</param>
        public static (Tensor Solution, Tensor Residuals, Tensor Rank, Tensor SingularValues) lstsq(
            Tensor input, Tensor other, double rcond) => Composite.Of(() => LeastSquares(input, other, rcond));

        private static (Tensor, Tensor, Tensor, Tensor) LeastSquares(Tensor input, Tensor other, double? rcond)
        {
            Matrices.Check("torch.linalg.lstsq", input);
            Matrices.Check("torch.linalg.lstsq", other);
            var (rows, columns) = (input.Sizes[^2], input.Sizes[^1]);
            if (other.Sizes[^2] != rows)
                throw TorchError.Because("torch.linalg.lstsq: input.size(-2) should match other.size(-2)");
            var solution = pinv(input, null, rcond).matmul(other);
            var rank = matrix_rank(input, null, rcond);
            var isFull = rows > columns && rank.eq(columns).all().item<bool>();
            var residuals = isFull ? input.matmul(solution).sub(other).square().sum(-2) : zeros([0], input.dtype);
            return (solution, residuals, rank, svdvals(input.detach()));
        }

        private static Tensor Negligible(Tensor input, Tensor s, double? atol, double? rtol)
        {
            var precision = input.dtype == ScalarType.Float32 ? 1.1920928955078125e-7 : 2.220446049250313e-16;
            var relative = rtol ?? (atol is > 0 ? 0 : precision * Math.Max(input.Sizes[^1], input.Sizes[^2]));
            return s.Sizes[^1] == 0 ? s : s.amax([-1L], true).mul(relative).clamp_min(atol ?? 0);
        }
    }
}
