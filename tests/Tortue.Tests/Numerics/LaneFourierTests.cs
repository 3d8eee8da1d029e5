using System.Numerics;
using MathNet.Numerics.IntegralTransforms;
using Tortue.Numerics;
using Xunit;

namespace Tortue.Tests.Numerics;

public sealed class LaneFourierTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(64)]
    [InlineData(2048)]
    public void AgreesWithMathNetOnEverySequence(int length)
    {
        var (real, imaginary) = (new float[length * LaneFourier.Lanes], new float[length * LaneFourier.Lanes]);
        Philox4x32.FillNormal(real, 1, new(0, 1, 0, 0), 5);
        Philox4x32.FillNormal(imaginary, 1, new(0, 2, 0, 0), 5);
        var expected = Enumerable.Range(0, LaneFourier.Lanes).Select(lane =>
        {
            Complex[] sequence = [.. Enumerable.Range(0, length).Select(k => Number(real, imaginary, k, lane))];
            Fourier.Forward(sequence, FourierOptions.NoScaling);
            return sequence;
        }).ToArray();

        new LaneFourier(length).Forward(real, imaginary);

        // A sum of m numbers of order 1 in float32 is of order √m and off by a few units in its last place.
        var tolerance = 1e-6 * Math.Sqrt(length);
        for (var lane = 0; lane < LaneFourier.Lanes; lane++)
            for (var k = 0; k < length; k++)
                Assert.InRange((Number(real, imaginary, k, lane) - expected[lane][k]).Magnitude, 0, tolerance);
    }

    private static Complex Number(float[] real, float[] imaginary, int k, int lane) =>
        new(real[k * LaneFourier.Lanes + lane], imaginary[k * LaneFourier.Lanes + lane]);
}
