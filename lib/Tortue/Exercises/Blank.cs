using System.Runtime.CompilerServices;
using TorchSharp;

namespace Tortue.Exercises;

/// <summary>
/// What stands where a student's answer belongs, written <c>____</c>. It turns into whatever type the place asks for, so that a starter
/// cell compiles and runs; the checks know it, and say "not attempted yet" instead of "wrong".
/// </summary>
/// <remarks>
/// A number becomes NaN with a payload of its own, which arithmetic hands on. What cannot carry a mark (whole numbers, truth values) is
/// known by the count of blanks that were used while a function was checked.
/// </remarks>
public readonly struct Blank
{
    // "quiet NaN" with the letters TORTU in its payload; a float keeps the upper half.
    private const long DoubleBits = 0x7FF8_544F_5254_5500;
    private const int FloatBits = 0x7FC0_544F;
    private const long WholeNumber = -202_605_021_957;
    private const int SmallWholeNumber = -2_026_050_219;

    [ThreadStatic]
    private static long _uses;

    /// <summary>How often this thread has turned a blank into a value.</summary>
    internal static long Uses => _uses;

    /// <summary>A number that is still to be given: a marked NaN.</summary>
    public static implicit operator double(Blank _) => Used(BitConverter.Int64BitsToDouble(DoubleBits));

    /// <summary>A number that is still to be given: a marked NaN.</summary>
    public static implicit operator float(Blank _) => Used(BitConverter.Int32BitsToSingle(FloatBits));

    /// <summary>A whole number that is still to be given.</summary>
    public static implicit operator int(Blank _) => Used(SmallWholeNumber);

    /// <summary>A whole number that is still to be given.</summary>
    public static implicit operator long(Blank _) => Used(WholeNumber);

    /// <summary>Yes or no, still to be given: false.</summary>
    public static implicit operator bool(Blank _) => Used(false);

    /// <summary>A text that is still to be given: null.</summary>
    public static implicit operator string?(Blank _) => Used<string?>(null);

    /// <summary>A vector that is still to be given: null.</summary>
    public static implicit operator double[]?(Blank _) => Used<double[]?>(null);

    /// <summary>A matrix that is still to be given: null.</summary>
    public static implicit operator double[,]?(Blank _) => Used<double[,]?>(null);

    /// <summary>Whole numbers that are still to be given: null.</summary>
    public static implicit operator int[]?(Blank _) => Used<int[]?>(null);

    /// <summary>Whole numbers that are still to be given: null.</summary>
    public static implicit operator long[]?(Blank _) => Used<long[]?>(null);

    /// <summary>A tensor that is still to be given: null.</summary>
    public static implicit operator torch.Tensor?(Blank _) => Used<torch.Tensor?>(null);

    /// <summary>Whether a value is, or was computed from, a blank.</summary>
    internal static bool IsIn(object? value) => value switch
    {
        null or Blank => true,
        double number => BitConverter.DoubleToInt64Bits(number) << 1 == DoubleBits << 1 || number is WholeNumber or SmallWholeNumber,
        float number => BitConverter.SingleToInt32Bits(number) << 1 == FloatBits << 1 || number is SmallWholeNumber,
        int number => number == SmallWholeNumber,
        long number => number is WholeNumber or SmallWholeNumber,
        Array array => array.Cast<object?>().Any(IsIn),
        ITuple tuple => Enumerable.Range(0, tuple.Length).Any(i => IsIn(tuple[i])),
        _ => false,
    };

    private static T Used<T>(T value)
    {
        _uses++;
        return value;
    }
}
