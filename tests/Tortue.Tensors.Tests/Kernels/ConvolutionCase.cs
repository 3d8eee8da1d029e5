using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Tortue.Tensors.Kernels;

namespace Tortue.Tensors.Tests.Kernels;

/// <summary>A convolution's sizes; the seed gives its numbers.</summary>
/// <param name="Size">The sizes.</param>
/// <param name="Seed">Of the numbers.</param>
internal sealed record ConvolutionCase(ConvolutionSize Size, int Seed)
{
    private (int Y, int X) Result => Size.Result;

    public static Arbitrary<ConvolutionCase> Arbitrary(int largestImage)
    {
        var step = Gen.Frequency((3, Gen.Constant(1)), (2, Gen.Choose(1, 3)));
        var margin = Gen.Choose(0, 3);
        var generator =
            from batch in Gen.Choose(1, 10)
            from groups in Gen.Frequency((3, Gen.Constant(1)), (1, Gen.Choose(2, 3)))
            from channels in Gen.Choose(1, 5)
            from outputs in Gen.Choose(1, 10)
            from kernel in Gen.Choose(1, 4).Two()
            from dilation in step.Two()
            from stride in step.Two()
            from before in margin.Two()
            from after in margin.Two()
            from spare in Gen.Choose(0, largestImage).Two()
            from seed in Gen.Choose(0, 1 << 20)
            let imageY = Math.Max(1, (dilation.Item1 * (kernel.Item1 - 1)) + 1 - before.Item1 - after.Item1 + spare.Item1)
            let imageX = Math.Max(1, (dilation.Item2 * (kernel.Item2 - 1)) + 1 - before.Item2 - after.Item2 + spare.Item2)
            select new ConvolutionCase(
                new ConvolutionSize(batch, channels * groups, outputs * groups, groups, (imageY, imageX), kernel, stride, before, after,
                    dilation), seed);
        return generator.ToArbitrary();
    }

    public (T[] X, T[] W, T[] B, T[] G) Draw<T>()
        where T : INumber<T>
    {
        var random = new Random(Seed);
        return (
            Numbers(Size.Batch * Size.Channels * Size.Image.Y * Size.Image.X),
            Numbers(Size.Outputs * Size.GroupChannels * Size.KernelCount),
            Numbers(Size.Outputs),
            Numbers(Size.Batch * Size.Outputs * Result.Y * Result.X));

        T[] Numbers(int length) => [.. Enumerable.Range(0, length).Select(_ => T.CreateTruncating((random.NextDouble() * 2) - 1))];
    }

    /// <summary>The result and the gradients with respect to x, w and b, one after the other.</summary>
    public T[] Run<T>((T[] X, T[] W, T[] B, T[] G) operands, KernelWidth width)
        where T : unmanaged, INumber<T>
    {
        var (y, toX, toW, toB) = (new T[operands.G.Length], new T[operands.X.Length], new T[operands.W.Length], new T[Size.Outputs]);
        Convolution.Forward<T>(Size, operands.X, operands.W, operands.B, y, width);
        Convolution.BackwardToImages<T>(Size, operands.G, operands.W, toX, width);
        Convolution.BackwardToWeights<T>(Size, operands.X, operands.G, toW, toB, width);
        return [.. y, .. toX, .. toW, .. toB];
    }

    /// <summary>The same by the sums of the definition, in double precision, and for each the sum of its terms' sizes.</summary>
    public (double Value, double Size)[] DirectSums<T>((T[] X, T[] W, T[] B, T[] G) operands)
        where T : INumber<T>
    {
        var (x, w, g) = (Doubles(operands.X), Doubles(operands.W), Doubles(operands.G));
        var (y, toX, toW) = (new (double, double)[g.Length], new (double, double)[x.Length], new (double, double)[w.Length]);
        var toB = new (double, double)[Size.Outputs];
        for (int i = 0; i < y.Length; i++)
        {
            int output = i / (Result.Y * Result.X) % Size.Outputs;
            Add(ref y[i], double.CreateChecked(operands.B[output]));
            Add(ref toB[output], g[i]);
        }

        foreach (var (atY, atX, atW) in Terms())
        {
            Add(ref y[atY], x[atX] * w[atW]);
            Add(ref toX[atX], g[atY] * w[atW]);
            Add(ref toW[atW], g[atY] * x[atX]);
        }

        return [.. y, .. toX, .. toW, .. toB];

        static double[] Doubles(T[] values) => [.. values.Select(double.CreateChecked)];
        static void Add(ref (double Value, double Size) sum, double term) => sum = (sum.Value + term, sum.Size + Math.Abs(term));
    }

    // Which element of x meets which of w for which of y.
    private IEnumerable<(int Y, int X, int W)> Terms()
    {
        for (int y = 0; y < Size.Batch * Size.Outputs * Result.Y * Result.X; y++)
        {
            var (column, row) = (y % Result.X, y / Result.X % Result.Y);
            var (output, n) = (y / (Result.X * Result.Y) % Size.Outputs, y / (Result.X * Result.Y * Size.Outputs));
            int firstChannel = output / Size.GroupOutputs * Size.GroupChannels;
            for (int tap = 0; tap < Size.GroupChannels * Size.KernelCount; tap++)
            {
                var (c, weight) = (tap / Size.KernelCount, tap % Size.KernelCount);
                int imageRow = (row * Size.Stride.Y) - Size.Padding.Y + (weight / Size.Kernel.X * Size.Dilation.Y);
                int imageColumn = (column * Size.Stride.X) - Size.Padding.X + (weight % Size.Kernel.X * Size.Dilation.X);
                if (imageRow < 0 || imageRow >= Size.Image.Y || imageColumn < 0 || imageColumn >= Size.Image.X)
                    continue;
                int x = (((((n * Size.Channels) + firstChannel + c) * Size.Image.Y) + imageRow) * Size.Image.X) + imageColumn;
                yield return (y, x, (output * Size.GroupChannels * Size.KernelCount) + tap);
            }
        }
    }
}
