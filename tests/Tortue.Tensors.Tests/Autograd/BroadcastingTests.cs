using FsCheck;
using FsCheck.Fluent;
using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tensors.Tests.Autograd;

/// <summary>Broadcasting is expanding: the same values, and gradients summed over what was expanded.</summary>
public class BroadcastingTests
{
    private static readonly (string Name, Func<Tensor, Tensor, Tensor> Of)[] Operators =
    [
        ("+", (a, b) => a + b),
        ("−", (a, b) => a.add(b, -0.3)),
        ("×", (a, b) => a * b),
        ("÷", (a, b) => a / (b + 3)),
        ("pow", (a, b) => (a + 3).pow(b)),
        ("remainder", (a, b) => a.remainder(b + 3)),
        ("maximum", maximum),
        ("minimum", minimum),
        ("where", (a, b) => where(a.detach() > b.detach(), a, b)),
        ("in place", (a, b) => (a + zeros_like(b)).mul_(b)),
        ("matmul of stacks", (a, b) => Matrices(a, 2, 3).matmul(Matrices(b, 3, 1))),
    ];

    [Fact]
    public void GradientsAreThoseOfExpandedCopies() => Prop.ForAll(
        Shapes().ToArbitrary(), Gen.Choose(0, 255).Two().ToArbitrary(), Gen.Choose(0, Operators.Length - 1).ToArbitrary(),
        (shape, masks, chosen) =>
        {
            using var scope = NewDisposeScope();
            var source = new Generator((ulong)(masks.Item1 + (256 * masks.Item2)));
            var a = randn(Shrunk(shape, masks.Item1), dtype: float64, generator: source).requires_grad_();
            var b = randn(Shrunk(shape, masks.Item2), dtype: float64, generator: source).requires_grad_();
            var common = broadcast_tensors(a, b)[0].shape;
            var (wideA, wideB) = (Widened(a, common), Widened(b, common));
            var (name, of) = Operators[chosen];
            var (value, wideValue) = (of(a, b), of(wideA, wideB));
            Assert.True(value.detach().allclose(wideValue.detach(), 1e-13, 1e-13), $"{name}: values");

            var weights = value.detach().cos();
            (value * weights).sum().backward();
            (wideValue * weights).sum().backward();
            Assert.True(a.grad!.allclose(Summed(wideA.grad!, a.shape), 1e-11, 1e-11), $"{name}: gradient of the first");
            Assert.True(b.grad!.allclose(Summed(wideB.grad!, b.shape), 1e-11, 1e-11), $"{name}: gradient of the second");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400).WithReplay(20260103UL, 5UL));

    /// <summary>A matrix in place of every number.</summary>
    private static Tensor Matrices(Tensor x, long rows, long columns) =>
        x.unsqueeze(-1).unsqueeze(-1) * arange(1, 1 + (rows * columns), dtype: float64).reshape(rows, columns);

    private static Tensor Widened(Tensor x, long[] shape) => x.detach().expand(shape).clone().requires_grad_();

    /// <summary>The sum over the dimensions that a shape lacks, and those in which it has one.</summary>
    private static Tensor Summed(Tensor wide, long[] shape)
    {
        while (wide.ndim > shape.Length)
            wide = wide.sum(0L);
        for (var d = 0; d < shape.Length; d++)
            wide = shape[d] == 1 ? wide.sum(d, keepdim: true) : wide;
        return wide;
    }

    private static Gen<long[]> Shapes() =>
        from rank in Gen.Choose(1, 4)
        from sizes in Gen.Choose(1, 4).ArrayOf(rank)
        select Array.ConvertAll(sizes, size => (long)size);

    /// <summary>Some sizes become one, and perhaps the first dimension goes.</summary>
    private static long[] Shrunk(long[] shape, int mask)
    {
        long[] sizes = [.. shape.Select((size, d) => (mask >> d & 1) == 1 ? 1 : size)];
        return (mask & 64) != 0 ? sizes[1..] : sizes;
    }
}
