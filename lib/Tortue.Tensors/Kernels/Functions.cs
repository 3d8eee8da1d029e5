using System.Numerics;

namespace Tortue.Tensors.Kernels;

/// <summary>A function of one floating-point number, applied to packed memory.</summary>
internal interface IUnaryFunction
{
    /// <summary>The number of elements that makes a second core worth waking: some ten microseconds of work.</summary>
    static virtual int Grain => Elementwise.Grain;

    static abstract void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>;
}

/// <summary>A function of one number of any type, applied to packed memory.</summary>
internal interface INumberFunction
{
    static abstract void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, INumber<T>;

    /// <summary>Applies the function and writes the results past the caches, if it can.</summary>
    /// <returns>Whether it has done so.</returns>
    static virtual bool TryStream<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, INumber<T> => false;
}

/// <summary>A function of two numbers, applied to packed memory; either operand may be one number for all.</summary>
internal interface IBinaryFunction
{
    /// <summary>The number of elements that makes a second core worth waking: some ten microseconds of work.</summary>
    static virtual int Grain => Elementwise.Grain;

    static abstract void Invoke<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> z)
        where T : unmanaged, INumber<T>;

    static abstract void Invoke<T>(ReadOnlySpan<T> x, T y, Span<T> z)
        where T : unmanaged, INumber<T>;

    static abstract void Invoke<T>(T x, ReadOnlySpan<T> y, Span<T> z)
        where T : unmanaged, INumber<T>;

    /// <summary>
    /// Applies the function and writes the results past the caches, if it can. An operand of one element is used for all.
    /// </summary>
    /// <returns>Whether it has done so.</returns>
    static virtual bool TryStream<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> z)
        where T : unmanaged, INumber<T> => false;

    /// <summary>Applies the function to all rows of a matrix in one go, if it can; the result's rows are packed.</summary>
    /// <returns>Whether it has done so.</returns>
    static virtual unsafe bool TryInvokeRows<T>(RowOperand<T> x, RowOperand<T> y, T* z, nint nextZ, int rows, int columns)
        where T : unmanaged, INumber<T> => false;
}

/// <summary>A comparison of two numbers.</summary>
internal interface IComparison
{
    static abstract bool Invoke<T>(T x, T y)
        where T : unmanaged, INumber<T>;

    /// <summary>All bits set where it holds.</summary>
    static abstract TVector Invoke<TLanes, TVector, T>(TVector x, TVector y)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged;
}
