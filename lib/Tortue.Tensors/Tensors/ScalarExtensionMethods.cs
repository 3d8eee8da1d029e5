namespace TorchSharp;

/// <summary>Conversions between plain numbers and <see cref="Scalar"/>.</summary>
public static class ScalarExtensionMethods
{
    /// <summary>The number as a <see cref="Single"/>.</summary>
    /// <param name="value">The number.</param>
    /// <returns>Its value; a fraction is cut off where the type has none.</returns>
    public static float ToSingle(this Scalar value) => (float)value.AsDouble();

    /// <summary>The number as a <see cref="Double"/>.</summary>
    /// <param name="value">The number.</param>
    /// <returns>Its value; a fraction is cut off where the type has none.</returns>
    public static double ToDouble(this Scalar value) => value.AsDouble();

    /// <summary>The number as a <see cref="Int64"/>.</summary>
    /// <param name="value">The number.</param>
    /// <returns>Its value; a fraction is cut off where the type has none.</returns>
    public static long ToInt64(this Scalar value) => value.AsInt64();

    /// <summary>The number as a <see cref="Int32"/>.</summary>
    /// <param name="value">The number.</param>
    /// <returns>Its value; a fraction is cut off where the type has none.</returns>
    public static int ToInt32(this Scalar value) => checked((int)value.AsInt64());

    /// <summary>The number as a <see cref="Int16"/>.</summary>
    /// <param name="value">The number.</param>
    /// <returns>Its value; a fraction is cut off where the type has none.</returns>
    public static short ToInt16(this Scalar value) => checked((short)value.AsInt64());

    /// <summary>The number as a <see cref="Byte"/>.</summary>
    /// <param name="value">The number.</param>
    /// <returns>Its value; a fraction is cut off where the type has none.</returns>
    public static byte ToByte(this Scalar value) => checked((byte)value.AsInt64());

    /// <summary>The number as a <see cref="SByte"/>.</summary>
    /// <param name="value">The number.</param>
    /// <returns>Its value; a fraction is cut off where the type has none.</returns>
    public static sbyte ToSByte(this Scalar value) => checked((sbyte)value.AsInt64());

    /// <summary>The number as a <see cref="Boolean"/>.</summary>
    /// <param name="value">The number.</param>
    /// <returns>Its value; a fraction is cut off where the type has none.</returns>
    public static bool ToBoolean(this Scalar value) => value.AsBoolean();

    /// <summary>The number as an argument of any kind.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The scalar.</returns>
    public static Scalar ToScalar(this float value) => value;

    /// <summary>The number as an argument of any kind.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The scalar.</returns>
    public static Scalar ToScalar(this double value) => value;

    /// <summary>The number as an argument of any kind.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The scalar.</returns>
    public static Scalar ToScalar(this long value) => value;

    /// <summary>The number as an argument of any kind.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The scalar.</returns>
    public static Scalar ToScalar(this int value) => value;

    /// <summary>The number as an argument of any kind.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The scalar.</returns>
    public static Scalar ToScalar(this short value) => value;

    /// <summary>The number as an argument of any kind.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The scalar.</returns>
    public static Scalar ToScalar(this byte value) => value;

    /// <summary>The number as an argument of any kind.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The scalar.</returns>
    public static Scalar ToScalar(this sbyte value) => value;

    /// <summary>The number as an argument of any kind.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The scalar.</returns>
    public static Scalar ToScalar(this bool value) => value;
}
