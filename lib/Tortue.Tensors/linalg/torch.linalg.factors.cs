using Tortue.Tensors;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Linear algebra. Algorithms work in double precision, whatever the element type.</summary>
    public static partial class linalg
    {
        /// <summary>Which parts of A = QR are computed.</summary>
        public enum QRMode
        {
            /// <summary>As many columns of Q as the smaller of A's sizes.</summary>
            Reduced = 0,

            /// <summary>A square Q.</summary>
            Complete = 1,

            /// <summary>R alone; Q is empty.</summary>
            R = 2,
        }

        /// <summary>
        /// A = Q R, where Q has orthonormal columns and R is upper triangular, with LAPACK's signs: R's diagonal may be negative.
        /// </summary>
        /// <param name="input">… × rows × columns.</param>
        /// <param name="mode">Which parts are computed.</param>
        /// <returns>Q and R.</returns>
        public static (Tensor Q, Tensor R) qr(Tensor input, QRMode mode = QRMode.Reduced)
        {
            Func<long, long, long>? width = mode switch
            {
                QRMode.Reduced => Math.Min,
                QRMode.Complete => static (rows, _) => rows,
                _ => null,
            };
            return Composite.Of(() => Decompositions.Orthogonal(input, width));
        }

        /// <summary>A = U diag(S) Vᴴ. The signs of the vectors are arbitrary.</summary>
        /// <param name="input">… × rows × columns.</param>
        /// <param name="fullMatrices">Whether U and Vᴴ are square.</param>
        /// <returns>U, the singular values in descending order, Vᴴ.</returns>
        public static (Tensor U, Tensor S, Tensor Vh) svd(Tensor input, bool fullMatrices = true) =>
            Composite.Of(() => Decompositions.Singular(input, fullMatrices));

        /// <summary>The singular values, in descending order; the first is the spectral norm.</summary>
        /// <param name="input">… × rows × columns.</param>
        /// <returns>… × the smaller of both sizes.</returns>
        public static Tensor svdvals(Tensor input) =>
            Composite.Of(() => Decompositions.Singular(input, full: false).S);

        /// <summary>A = V diag(λ) Vᵀ of symmetric matrices. The signs of the vectors are arbitrary.</summary>
        /// <param name="input">… × rows × rows.</param>
        /// <param name="UPLO">Which triangle is read: L, the lower one, or U.</param>
        /// <returns>The eigenvalues in ascending order, and the eigenvectors as columns.</returns>
        public static (Tensor, Tensor) eigh(Tensor input, char UPLO = 'L') =>
            Composite.Of(() => Decompositions.Symmetric("linalg.eigh", input, Upper(UPLO)));

        /// <summary>The eigenvalues of symmetric matrices, in ascending order.</summary>
        /// <param name="input">… × rows × rows.</param>
        /// <param name="UPLO">Which triangle is read: L, the lower one, or U.</param>
        /// <returns>… × rows.</returns>
        public static Tensor eigvalsh(Tensor input, char UPLO = 'L') =>
            Composite.Of(() => Decompositions.Symmetric("linalg.eigvalsh", input, Upper(UPLO)).Values);

        /// <summary>The lower triangular L of symmetric positive definite matrices A = L Lᵀ.</summary>
        /// <param name="input">… × rows × rows, of which the lower triangle is read.</param>
        /// <returns>L.</returns>
        public static Tensor cholesky(Tensor input) => Decompositions.Root(input);

        private static bool Upper(char triangle) => char.ToUpperInvariant(triangle) switch
        {
            'L' => false,
            'U' => true,
            _ => throw TorchError.Because($"Expected UPLO argument to be 'L' or 'U', but got {triangle}"),
        };
    }
}
