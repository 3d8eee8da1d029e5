using Tortue.Numerics;

namespace Tortue.DepthScaling;

/// <summary>Independent numbers of variance 1 whose tails are too heavy for (A1).</summary>
internal static class HeavyTails
{
    private const int Degrees = 5;

    /// <summary>Fills a span with numbers of Laplace's or Student's law.</summary>
    /// <param name="law">Which of the two.</param>
    /// <param name="numbers">The numbers to write.</param>
    /// <param name="counter">Where in the random generator they begin.</param>
    /// <param name="seed">The generator's key.</param>
    public static void Fill(EntryLaw law, Span<float> numbers, PhiloxCounter counter, ulong seed)
    {
        if (law == EntryLaw.Laplace)
            FillLaplace(numbers, counter, seed);
        else
            FillStudent(numbers, counter, seed);
    }

    // Where the distribution function, with both signs at once, takes a uniform number.
    private static void FillLaplace(Span<float> numbers, PhiloxCounter counter, ulong seed)
    {
        Philox4x32.FillUniform(numbers, 1, counter, seed);
        foreach (ref var number in numbers)
            number = (float)(-Math.Sign(number) * Math.Log(1 - Math.Abs((double)number)) / Math.Sqrt(2));
    }

    // Normal over the root of a mean of five squares, times √(3/5), as that has the variance 5/3.
    private static void FillStudent(Span<float> numbers, PhiloxCounter counter, ulong seed)
    {
        var normal = new float[numbers.Length];
        var squares = new double[numbers.Length];
        for (var degree = 0; degree < Degrees; degree++)
        {
            Philox4x32.FillNormal(normal, 1, counter with { Word1 = (uint)(degree + 1) }, seed);
            for (var i = 0; i < normal.Length; i++)
                squares[i] += (double)normal[i] * normal[i];
        }

        Philox4x32.FillNormal(normal, 1, counter, seed);
        for (var i = 0; i < normal.Length; i++)
            numbers[i] = (float)(normal[i] / Math.Sqrt(squares[i] / Degrees) * Math.Sqrt((Degrees - 2.0) / Degrees));
    }
}
