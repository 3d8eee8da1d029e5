namespace Tortue.Tensors.Kernels;

/// <summary>What a matrix product works on: C (m × n) = A (m × k) · B (k × n), or C + A · B. Strides count elements.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal unsafe struct ProductTerms<T>
    where T : unmanaged
{
    /// <summary>First element of A, B and C.</summary>
    public T* A, B, C;

    /// <summary>From one row of A to the next, and from one column to the next.</summary>
    public nint ARow, AColumn;

    /// <summary>From one row of B to the next, and from one column to the next.</summary>
    public nint BRow, BColumn;

    /// <summary>From one row of C to the next; its columns are neighbours.</summary>
    public nint CRow;

    /// <summary>Rows of C, columns of C, and length of the sums.</summary>
    public int M, N, K;

    /// <summary>Adds to C instead of overwriting it.</summary>
    public bool Accumulate;
}
