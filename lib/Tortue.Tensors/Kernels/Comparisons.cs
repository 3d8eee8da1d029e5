using System.Numerics;

namespace Tortue.Tensors.Kernels;

/// <summary>x == y</summary>
internal readonly struct Equal : IComparison
{
    public static bool Invoke<T>(T x, T y)
        where T : unmanaged, INumber<T> => x == y;
}

/// <summary>x != y</summary>
internal readonly struct NotEqual : IComparison
{
    public static bool Invoke<T>(T x, T y)
        where T : unmanaged, INumber<T> => x != y;
}

/// <summary>x &lt; y</summary>
internal readonly struct Less : IComparison
{
    public static bool Invoke<T>(T x, T y)
        where T : unmanaged, INumber<T> => x < y;
}

/// <summary>x &lt;= y</summary>
internal readonly struct LessOrEqual : IComparison
{
    public static bool Invoke<T>(T x, T y)
        where T : unmanaged, INumber<T> => x <= y;
}

/// <summary>x > y</summary>
internal readonly struct Greater : IComparison
{
    public static bool Invoke<T>(T x, T y)
        where T : unmanaged, INumber<T> => x > y;
}

/// <summary>x >= y</summary>
internal readonly struct GreaterOrEqual : IComparison
{
    public static bool Invoke<T>(T x, T y)
        where T : unmanaged, INumber<T> => x >= y;
}
