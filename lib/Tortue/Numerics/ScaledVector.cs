namespace Tortue.Numerics;

/// <summary>Norms of float32 vectors that stand for vector · 2^exponent, in double precision.</summary>
internal static class ScaledVector
{
    // 2⁴⁰ squared and summed stays far below float's largest number, and so does the growth of a few layers on top of it.
    private const int Step = 40;

    /// <summary>‖vector‖ · 2^exponent.</summary>
    public static double Norm(ReadOnlySpan<float> vector, int exponent = 0) =>
        Math.ScaleB(Math.Sqrt(Dot(vector, vector)), exponent);

    /// <summary>The scalar product.</summary>
    public static double Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var sum = 0.0;
        for (var i = 0; i < left.Length; i++)
            sum += (double)left[i] * right[i];
        return sum;
    }

    /// <summary>‖end · 2^exponent − start‖.</summary>
    public static double Distance(ReadOnlySpan<float> end, int exponent, ReadOnlySpan<float> start)
    {
        var sum = 0.0;
        for (var i = 0; i < end.Length; i++)
        {
            var difference = end[i] - Math.ScaleB(start[i], -exponent);
            sum += difference * difference;
        }

        return Math.ScaleB(Math.Sqrt(sum), exponent);
    }

    /// <summary>Moves a power of two from the entries to the exponent when an entry is beyond 2⁴⁰; nothing is rounded.</summary>
    public static void Rescale(Span<float> vector, ref int exponent)
    {
        var largest = 0f;
        foreach (var entry in vector)
            largest = Math.Max(largest, Math.Abs(entry));
        if (!(largest > 1L << Step))
            return;

        foreach (ref var entry in vector)
            entry = MathF.ScaleB(entry, -Step);
        exponent += Step;
    }
}
