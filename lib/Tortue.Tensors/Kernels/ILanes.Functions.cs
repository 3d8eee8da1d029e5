namespace Tortue.Tensors.Kernels;

internal unsafe partial interface ILanes<TVector, T>
{
    /// <summary>A number in every lane, rounded to the element type.</summary>
    static abstract TVector Create(double value);

    /// <summary>Writes <see cref="Count"/> elements past the caches, to memory aligned to the vector's size.</summary>
    static abstract void Stream(T* destination, TVector value);

    /// <summary>left − right.</summary>
    static abstract TVector Subtract(TVector left, TVector right);

    /// <summary>left · right.</summary>
    static abstract TVector Multiply(TVector left, TVector right);

    /// <summary>left / right.</summary>
    static abstract TVector Divide(TVector left, TVector right);

    /// <summary>left where it is smaller, and right otherwise: right where one of them is not a number.</summary>
    static abstract TVector Least(TVector left, TVector right);

    /// <summary>left where it is larger, and right otherwise: right where one of them is not a number.</summary>
    static abstract TVector Most(TVector left, TVector right);

    /// <summary>All bits set where left &lt; right.</summary>
    static abstract TVector Less(TVector left, TVector right);

    /// <summary>All bits set where left = right.</summary>
    static abstract TVector Equal(TVector left, TVector right);

    /// <summary>All bits set where left ≤ right.</summary>
    static abstract TVector LessOrEqual(TVector left, TVector right);

    /// <summary>All bits set in the first <paramref name="count"/> lanes, none in the others.</summary>
    static abstract TVector FirstLanes(int count);

    /// <summary>The highest bit of each lane, the first lane's lowest.</summary>
    static abstract uint Bits(TVector mask);

    /// <summary>A lane of the second argument where the mask is set, and of the third elsewhere.</summary>
    static abstract TVector Select(TVector mask, TVector set, TVector unset);

    /// <summary>|value|.</summary>
    static abstract TVector Abs(TVector value);

    /// <summary>The first argument's size with the second one's sign.</summary>
    static abstract TVector CopySign(TVector size, TVector sign);

    /// <summary>value · 2ⁿ for whole n, rounded once, for results and factors between 2^−250 and 2^250 of any size that T has.</summary>
    static abstract TVector Scale(TVector value, TVector n);

    /// <summary>The sum of the bits, read as integers.</summary>
    static abstract TVector AddBits(TVector left, TVector right);

    /// <summary>The difference of the bits, read as integers.</summary>
    static abstract TVector SubtractBits(TVector left, TVector right);

    /// <summary>The bits, read as integers, times 2^<paramref name="count"/>.</summary>
    static abstract TVector ShiftLeft(TVector bits, int count);

    /// <summary>The bits, read as integers, divided by 2^<paramref name="count"/> and rounded down.</summary>
    static abstract TVector ShiftRight(TVector bits, int count);
}
