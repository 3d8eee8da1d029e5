using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// A number of any kind, as an argument. Numbers convert to it by themselves: integers to Int64, floating-point numbers to Float64, and
/// truth values to Bool. Its kind matters only where it is higher than the tensor's: an integer tensor plus 0.5 is a floating-point tensor.
/// </summary>
public sealed class Scalar : IDisposable
{
    private readonly double _real;
    private readonly long _integer;

    private Scalar(ScalarType type, double real, long integer) => (Type, _real, _integer) = (type, real, integer);

    /// <summary>The kind of number: Float64, Int64 or Bool.</summary>
    public ScalarType Type { get; }

    /// <summary>A floating-point number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator Scalar(double value) => new(ScalarType.Float64, value, 0);

    /// <summary>A floating-point number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator Scalar(float value) => new(ScalarType.Float64, value, 0);

    /// <summary>An integer.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator Scalar(long value) => new(ScalarType.Int64, value, value);

    /// <summary>An integer.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator Scalar(int value) => new(ScalarType.Int64, value, value);

    /// <summary>An integer.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator Scalar(short value) => new(ScalarType.Int64, value, value);

    /// <summary>An integer.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator Scalar(byte value) => new(ScalarType.Int64, value, value);

    /// <summary>An integer.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator Scalar(sbyte value) => new(ScalarType.Int64, value, value);

    /// <summary>A truth value.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator Scalar(bool value) => new(ScalarType.Bool, value ? 1 : 0, value ? 1 : 0);

    /// <summary>Nothing to give back: a number is plain memory here.</summary>
    public void Dispose()
    {
    }

    /// <summary>The number in the invariant culture.</summary>
    /// <returns>Such as "0.5", "3" or "True".</returns>
    public override string ToString() => Type switch
    {
        ScalarType.Float64 => _real.ToString(CultureInfo.InvariantCulture),
        ScalarType.Bool => (_integer != 0).ToString(),
        _ => _integer.ToString(CultureInfo.InvariantCulture),
    };

    internal double AsDouble() => Type == ScalarType.Float64 ? _real : _integer;

    internal long AsInt64() => Type == ScalarType.Float64 ? checked((long)_real) : _integer;

    internal bool AsBoolean() => Type == ScalarType.Float64 ? _real != 0 : _integer != 0;
}
