using Tortue.Tensors;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <inheritdoc cref="linalg.det"/>
        public Tensor det() => linalg.det(this);

        /// <summary>The logarithm of the determinant: minus infinity where it is zero, and not a number where it is negative.</summary>
        /// <returns>A number for each matrix.</returns>
        public Tensor logdet()
        {
            return Composite.Of(() =>
            {
                var (sign, logarithm) = Solving.LogDeterminant("logdet", this);
                return logarithm.masked_fill(sign.eq(-1), double.NaN);
            });
        }

        /// <summary>The inverse of square matrices.</summary>
        /// <returns>Of the same shape.</returns>
        public Tensor inverse() => linalg.inv(this);

        /// <summary>The pseudo-inverse of Moore and Penrose.</summary>
        /// <param name="rcond">Singular values up to this part of the largest count as zero.</param>
        /// <param name="hermitian">Has no effect here.</param>
        /// <returns>… × columns × rows.</returns>
        public Tensor pinverse(double rcond = 1e-15, bool hermitian = false) => linalg.pinv(this, 0.0, rcond, hermitian);

        /// <summary>The factor L of symmetric positive definite matrices A = L Lᵀ, or its transpose.</summary>
        /// <param name="upper">Whether the transpose is wanted, and the upper triangle is read.</param>
        /// <returns>Of the same shape.</returns>
        public Tensor cholesky(bool upper = false) =>
            upper ? Composite.Of(() => linalg.cholesky(transpose(-2, -1)).transpose(-2, -1)) : linalg.cholesky(this);

        /// <summary>A power of square matrices.</summary>
        /// <param name="n">The exponent; negative ones take the inverse.</param>
        /// <returns>Of the same shape.</returns>
        public Tensor matrix_power(int n) => Composite.Of(() =>
        {
            Matrices.CheckSquare("linalg.matrix_power", this);
            if (n < 0)
                return linalg.inv(this).matrix_power(-n);
            if (n == 0)
                return mul(0).add(eye(_sizes[^1], dtype: dtype));

            Tensor? result = null;
            for (var (square, rest) = (this, n); rest > 0; rest >>= 1)
            {
                if (rest % 2 == 1)
                    result = result?.matmul(square) ?? square;
                if (rest > 1)
                    square = square.matmul(square);
            }

            return n == 1 ? clone() : result!;
        });

        /// <summary>The exponential of square matrices, Σ Aⁿ / n!, by scaling and squaring.</summary>
        /// <returns>Of the same shape.</returns>
        public Tensor matrix_exp() => Composite.Of(() =>
        {
            Matrices.CheckSquare("linalg.matrix_exp", this);
            if (Count == 0)
                return clone();

            // Sixteen terms of a matrix of norm ½ or less leave less than half a unit of the last place.
            var norm = detach().abs().sum(-1L).max().to_type(ScalarType.Float64).item<double>();
            var halvings = norm <= 0.5 || !double.IsFinite(norm) ? 0 : (int)Math.Ceiling(Math.Log2(norm / 0.5));
            var (x, one) = (to_type(ScalarType.Float64).div(Math.Pow(2, halvings)), eye(_sizes[^1], dtype: ScalarType.Float64));
            var result = one.add(x.div(16));
            for (var n = 15; n > 0; n--)
                result = one.add(x.div(n).matmul(result));
            for (var i = 0; i < halvings; i++)
                result = result.matmul(result);
            return result.to_type(dtype);
        });
    }

    /// <inheritdoc cref="linalg.det"/>
    public static Tensor det(Tensor input) => input.det();

    /// <inheritdoc cref="Tensor.logdet"/>
    /// <param name="input">… × rows × rows.</param>
    public static Tensor logdet(Tensor input) => input.logdet();

    /// <inheritdoc cref="linalg.slogdet"/>
    /// <param name="A">… × rows × rows.</param>
    public static (Tensor, Tensor) slogdet(Tensor A) => linalg.slogdet(A);

    /// <inheritdoc cref="linalg.inv"/>
    public static Tensor inverse(Tensor input) => input.inverse();

    /// <inheritdoc cref="Tensor.pinverse"/>
    /// <param name="input">… × rows × columns.</param>
    /// <param name="rcond">Singular values up to this part of the largest count as zero.</param>
    /// <param name="hermitian">Has no effect here.</param>
    public static Tensor pinverse(Tensor input, double rcond = 1e-15, bool hermitian = false) => input.pinverse(rcond, hermitian);

    /// <inheritdoc cref="linalg.cholesky"/>
    public static Tensor cholesky(Tensor input) => input.cholesky();

    /// <inheritdoc cref="Tensor.cholesky"/>
    /// <param name="input">… × rows × rows.</param>
    /// <param name="upper">Whether the transpose is wanted, and the upper triangle is read.</param>
    public static Tensor cholesky(Tensor input, bool upper) => input.cholesky(upper);

    /// <inheritdoc cref="Tensor.matrix_power"/>
    /// <param name="input">… × rows × rows.</param>
    /// <param name="n">The exponent; negative ones take the inverse.</param>
    public static Tensor matrix_power(Tensor input, int n) => input.matrix_power(n);

    /// <inheritdoc cref="Tensor.matrix_exp"/>
    /// <param name="input">… × rows × rows.</param>
    public static Tensor matrix_exp(Tensor input) => input.matrix_exp();

    public static partial class linalg
    {
        /// <inheritdoc cref="Tensor.matrix_exp"/>
        /// <param name="input">… × rows × rows.</param>
        public static Tensor matrix_exp(Tensor input) => input.matrix_exp();
    }
}
