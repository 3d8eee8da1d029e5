using Tortue.Tensors.Kernels;
using Xunit;

namespace Tortue.Tensors.Tests.Kernels;

/// <summary>
/// Functions of float32 numbers against float64 ones, whose errors are a thousand millionth as large, over all of float32's range. Errors
/// are counted in units of the last place of the exact result.
/// </summary>
[Collection(WorkersCollection.Name)]
public class SingleMathTests
{
    // Every so many of float32's bit patterns, in all of its binades; a prime, so that no pattern of digits is favoured.
    private const long Step = 12_011;

    private static readonly float[] Special =
    [
        0f, -0f, 1, -1, float.Epsilon, -float.Epsilon, float.MaxValue, float.MinValue, float.PositiveInfinity, float.NegativeInfinity,
        float.NaN, 88.722839f, 88.72284f, 89.41598f, 89.41599f, -87.33655f, -103.97208f, -103.97209f, 0.93f, 3.95f, 1.17549421e-38f,
    ];

    private static readonly float[] Arguments = [.. Special, .. Sample()];

    [Fact]
    public void ExponentialIsWithinOneUnit() => Check<Exp>(1, Math.Exp);

    [Fact]
    public void LogarithmIsWithinOneUnit() => Check<Log>(1, Math.Log);

    [Fact]
    public void ExponentialLessOneIsWithinOneAndAHalfUnits() => Check<Expm1>(1.5, Expm1.Of);

    [Fact]
    public void LogarithmOfOnePlusIsWithinOneUnit() => Check<Log1p>(1, Log1p.Of);

    /// <summary>Angles of all sizes, also where a multiple of π/2 is near and most digits cancel.</summary>
    [Fact]
    public void SineIsWithinTwoUnits() => Check<Sin>(2, Math.Sin);

    [Fact]
    public void CosineIsWithinTwoUnits() => Check<Cos>(2, Math.Cos);

    [Fact]
    public void SinesAndCosinesNextToMultiplesOfAQuarterTurnAreWithinTwoUnits() => EveryWidth.Do(width =>
    {
        float[] x = [.. Enumerable.Range(-5300, 10_601).SelectMany(n => Neighbours((float)(n * Math.PI / 2)))];
        float[] sines = new float[x.Length], cosines = new float[x.Length];
        Sin.Invoke<float>(x, sines);
        Cos.Invoke<float>(x, cosines);
        for (int i = 0; i < x.Length; i++)
        {
            Check("sin", x[i], sines[i], Math.Sin(x[i]));
            Check("cos", x[i], cosines[i], Math.Cos(x[i]));
        }

        void Check(string name, float argument, float result, double exact) =>
            Assert.True(Math.Abs(result - exact) <= 2 * Unit((float)exact), $"{width}: {name} {argument:G9} gives {result:G9}");

        static float[] Neighbours(float value) => [MathF.BitDecrement(value), value, MathF.BitIncrement(value)];
    });

    [Fact]
    public void HyperbolicSineIsWithinTwoAndAHalfUnits() => Check<Sinh>(2.5, Math.Sinh);

    [Fact]
    public void HyperbolicTangentIsWithinTwoAndAHalfUnits() => Check<Tanh>(2.5, Math.Tanh);

    [Fact]
    public void LogisticFunctionIsWithinTwoAndAHalfUnits() => Check<Sigmoid>(2.5, x => 1 / (1 + Math.Exp(-x)));

    [Fact]
    public void ErrorFunctionIsWithinOneAndAHalfUnits() => Check<Erf>(1.5, ErrorFunction.Erf);

    [Fact]
    public void SmoothRectifierIsWithinTwoUnits() => Check<Mapped<SmoothRectifier>>(2, SmoothRectifier.Invoke);

    /// <summary>Where the logistic function is subnormal, its last place is coarser than the result's.</summary>
    [Fact]
    public void SigmoidGateIsWithinThreeUnits() =>
        Check<Mapped<SigmoidGate>>(
            3, x => double.IsInfinity(x) ? (x > 0 ? x : double.NaN) : SigmoidGate.Invoke(x), slack: 104 * float.Epsilon);

    /// <summary>For negative arguments 1 + erf cancels, so that the error is one of the argument's units, and not of the result's.</summary>
    [Fact]
    public void NormalGateIsWithinTwoUnitsOfItsArgument() => EveryWidth.Do(width =>
    {
        var results = Results<Mapped<NormalGate>>();
        for (int i = 0; i < Arguments.Length; i++)
        {
            double exact = 0.5 * Arguments[i] * ErrorFunction.Erfc(-Arguments[i] * NormalGate.SqrtHalf);
            if (float.IsFinite(Arguments[i]))
                Assert.True(Math.Abs(results[i] - exact) <= 2 * Unit(Arguments[i]), $"{width}: {Arguments[i]:G9} gives {results[i]:G9}");
        }
    });

    [Fact]
    public void GradientsAreThoseOfDoublePrecision()
    {
        Check<NormalGateGradient>();
        Check<SigmoidGateGradient>();
        Check<ExponentialRectifier>();
        Check<ExponentialRectifierSlope>();
        Check<SmoothRectifierGradient>();
    }

    [Fact]
    public void WhatSurroundsANumberDoesNotChangeItsResult() => EveryWidth.Do(_ =>
    {
        var all = Results<Tanh>();
        for (int length = 1; length < 70; length++)
        {
            var part = new float[length + 1];
            part[length] = 42;
            Tanh.Invoke<float>(Arguments.AsSpan(1000, length), part.AsSpan(0, length));
            Assert.Equal(all[1000..(1000 + length)], part[..length]);
            Assert.Equal(42, part[length]);
        }
    });

    private static IEnumerable<float> Sample()
    {
        for (long bits = 0; bits <= uint.MaxValue; bits += Step)
        {
            float value = BitConverter.UInt32BitsToSingle((uint)bits);
            if (!float.IsNaN(value))
                yield return value;
        }
    }

    private static void Check<TFunction>(double units, Func<double, double> exact, double slack = 0)
        where TFunction : IUnaryFunction =>
        EveryWidth.Do(width =>
        {
            var results = Results<TFunction>();
            for (int i = 0; i < Arguments.Length; i++)
            {
                double expected = exact(Arguments[i]);
                float rounded = (float)expected;
                bool right = float.IsFinite(rounded) && float.IsFinite(results[i])
                    ? Math.Abs(results[i] - expected) <= (units * Unit(rounded)) + slack
                    : rounded.Equals(results[i]) || NextToOverflow(rounded, results[i]);
                Assert.True(right, $"{width}: {Arguments[i]:G9} gives {results[i]:G9} and not {rounded:G9}");
            }
        });

    /// <summary>A unit of the last place at the very end of the range decides between the largest number and infinity.</summary>
    private static bool NextToOverflow(float expected, float result) =>
        Math.Min(Math.Abs(expected), Math.Abs(result)) >= 3.4028e38f && Math.Sign(expected) == Math.Sign(result);

    private static void Check<TFunction>()
        where TFunction : ILanePairFunction, IDoublePairFunction =>
        EveryWidth.Do(width =>
        {
            float[] x = [.. Enumerable.Range(-200, 401).Select(i => i / 16f)];
            float[] factors = [.. x.Select((_, i) => 0.25f + ((i % 7) / 3f))], results = new float[x.Length], alone = new float[x.Length];
            MappedPair<TFunction>.Invoke<float>(factors, x, results);
            for (int i = 0; i < x.Length; i++)
            {
                double expected = TFunction.Invoke(factors[i], x[i]);
                Assert.True(Math.Abs(results[i] - expected) <= 1e-6 * Math.Max(1, Math.Abs(expected)), $"{width}: {x[i]}");
                MappedPair<TFunction>.Invoke(factors.AsSpan(i, 1), x[i], alone.AsSpan(i, 1));
            }

            Assert.Equal(results, alone);
        });

    private static float[] Results<TFunction>()
        where TFunction : IUnaryFunction
    {
        var results = new float[Arguments.Length];
        TFunction.Invoke<float>(Arguments, results);
        return results;
    }

    private static double Unit(float value) => MathF.Abs(value) is var size && size < float.MaxValue
        ? MathF.BitIncrement(size) - size
        : Math.ScaleB(1, 104);
}
