using System.Numerics;

namespace Tortue.Tensors.Updates;

/// <summary>
/// A few neighbouring numbers to compute with, so that a step is written once for vectors of every width. Implementations wrap one
/// register, and as a type argument each gives the compiler a loop of its own. Nothing is rounded differently for the width.
/// </summary>
/// <typeparam name="TSelf">The implementation.</typeparam>
/// <typeparam name="T">The element type, float or double.</typeparam>
internal interface IUpdateVector<TSelf, T>
    where TSelf : struct, IUpdateVector<TSelf, T>
    where T : unmanaged, INumber<T>
{
    /// <summary>How many numbers.</summary>
    static abstract int Count { get; }

    static abstract TSelf operator +(TSelf left, TSelf right);

    static abstract TSelf operator -(TSelf left, TSelf right);

    static abstract TSelf operator *(TSelf left, TSelf right);

    static abstract TSelf operator *(TSelf left, T right);

    static abstract TSelf operator /(TSelf left, TSelf right);

    /// <summary>The same number everywhere.</summary>
    static abstract TSelf Create(T value);

    /// <summary>The numbers from an index on.</summary>
    static abstract TSelf Load(ref readonly T source, nuint index);

    /// <summary>Writes the numbers from an index on.</summary>
    static abstract void Store(TSelf value, ref T destination, nuint index);

    /// <summary>The square roots.</summary>
    static abstract TSelf SquareRoot(TSelf value);

    /// <summary>The larger ones.</summary>
    static abstract TSelf Max(TSelf left, TSelf right);
}
