namespace Tortue.Tensors.Kernels;

/// <summary>
/// The operations that kernels need from one width of vector. Implementations are empty structs: as a type argument each
/// gives the compiler a kernel of its own, in which nearly every call below is a single instruction.
/// </summary>
/// <typeparam name="TVector">The vector register, such as Vector512 of float.</typeparam>
/// <typeparam name="T">The element, float or double.</typeparam>
internal unsafe partial interface ILanes<TVector, T>
    where TVector : struct
    where T : unmanaged
{
    /// <summary>Elements in a vector.</summary>
    static abstract int Count { get; }

    /// <summary>Vector registers that the machine has.</summary>
    static abstract int Registers { get; }

    /// <summary>Reads <see cref="Count"/> elements; no alignment is asked for.</summary>
    static abstract TVector Load(T* source);

    /// <summary>One element in every lane.</summary>
    static abstract TVector Broadcast(T* source);

    /// <summary>Writes <see cref="Count"/> elements.</summary>
    static abstract void Store(T* destination, TVector value);

    /// <summary>Reads the first <paramref name="count"/> elements, fewer than <see cref="Count"/>, and touches no others.</summary>
    static abstract TVector LoadFirst(T* source, int count);

    /// <summary>Writes the first <paramref name="count"/> elements, fewer than <see cref="Count"/>, and touches no others.</summary>
    static abstract void StoreFirst(T* destination, TVector value, int count);

    /// <summary>left + right, lane by lane.</summary>
    static abstract TVector Add(TVector left, TVector right);

    /// <summary>left · right + addend, rounded once where the hardware can.</summary>
    static abstract TVector MultiplyAdd(TVector left, TVector right, TVector addend);

    /// <summary>The sum of all lanes.</summary>
    static abstract T Sum(TVector value);

    /// <summary>All bits set in the last <paramref name="count"/> lanes, none in the others.</summary>
    static abstract TVector LastLanes(int count);

    /// <summary>The bits that both have.</summary>
    static abstract TVector And(TVector left, TVector right);
}
