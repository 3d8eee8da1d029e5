namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// Element types. This engine computes with <see cref="Float32"/>, <see cref="Float64"/>, <see cref="Int64"/>, <see cref="Int32"/>,
    /// <see cref="Byte"/> and <see cref="Bool"/>; asking for another one throws a <see cref="NotSupportedException"/> that says so.
    /// </summary>
    public enum ScalarType : sbyte
    {
        /// <summary>8-bit unsigned integer, for pictures and raw data.</summary>
        Byte = 0,

        /// <summary>8-bit signed integer (not computed with here).</summary>
        Int8 = 1,

        /// <summary>16-bit signed integer (not computed with here).</summary>
        Int16 = 2,

        /// <summary>32-bit signed integer.</summary>
        Int32 = 3,

        /// <summary>64-bit signed integer: labels and indices.</summary>
        Int64 = 4,

        /// <summary>16-bit floating point (not computed with here).</summary>
        Float16 = 5,

        /// <summary>32-bit floating point, the default.</summary>
        Float32 = 6,

        /// <summary>64-bit floating point: gradient checks.</summary>
        Float64 = 7,

        /// <summary>Complex of two 32-bit numbers (not computed with here).</summary>
        ComplexFloat32 = 9,

        /// <summary>Complex of two 64-bit numbers (not computed with here).</summary>
        ComplexFloat64 = 10,

        /// <summary>Truth values: masks.</summary>
        Bool = 11,

        /// <summary>Quantized 8-bit signed integer (not computed with here).</summary>
        QInt8 = 12,

        /// <summary>Quantized 8-bit unsigned integer, for pictures and raw data.</summary>
        QUInt8 = 13,

        /// <summary>Quantized 32-bit signed integer (not computed with here).</summary>
        QInt32 = 14,

        /// <summary>Brain floating point of 16 bits (not computed with here).</summary>
        BFloat16 = 15,
    }

    /// <inheritdoc cref="ScalarType.Bool"/>
    public static readonly ScalarType @bool = ScalarType.Bool;

    /// <inheritdoc cref="ScalarType.Byte"/>
    public const ScalarType uint8 = ScalarType.Byte;

    /// <inheritdoc cref="ScalarType.Int32"/>
    public static readonly ScalarType int32 = ScalarType.Int32;

    /// <inheritdoc cref="ScalarType.Int32"/>
    public static readonly ScalarType @int = ScalarType.Int32;

    /// <inheritdoc cref="ScalarType.Int64"/>
    public static readonly ScalarType int64 = ScalarType.Int64;

    /// <inheritdoc cref="ScalarType.Int64"/>
    public static readonly ScalarType @long = ScalarType.Int64;

    /// <inheritdoc cref="ScalarType.Float32"/>
    public static readonly ScalarType float32 = ScalarType.Float32;

    /// <inheritdoc cref="ScalarType.Float32"/>
    public static readonly ScalarType @float = ScalarType.Float32;

    /// <inheritdoc cref="ScalarType.Float64"/>
    public static readonly ScalarType float64 = ScalarType.Float64;

    /// <inheritdoc cref="ScalarType.Float64"/>
    public static readonly ScalarType @double = ScalarType.Float64;
}
