using System.Runtime.InteropServices;
using FsCheck;
using FsCheck.Fluent;
using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tensors.Tests.Tensors;

public class OrderingTests
{
    [Fact]
    public void SortingIsStableAndAgreesWithGather()
    {
        Prop.ForAll(Gen.Choose(0, 5).ArrayOf().ToArbitrary(), Gen.Elements(false, true).ToArbitrary(), (values, descending) =>
        {
            var x = tensor(values.Select(v => (double)v).ToArray());
            var (sorted, indices) = x.sort(0, descending, stable: true);
            var expected = descending
                ? Enumerable.Range(0, values.Length).OrderByDescending(i => values[i])
                : Enumerable.Range(0, values.Length).OrderBy(i => values[i]);
            Assert.Equal(expected.Select(i => (long)i), indices.data<long>().ToArray());
            Assert.True(sorted.Equals(x.gather(0, indices)));
        }).Check(Config.QuickThrowOnFailure.WithReplay(11UL, 7UL));
    }

    [Fact]
    public void FlippingTwiceChangesNothingAndTrianglesAddUp()
    {
        Prop.ForAll(Gen.Choose(1, 5).Three().ToArbitrary(), Gen.Choose(-4, 4).ToArbitrary(), (sizes, diagonal) =>
        {
            var x = arange(sizes.Item1 * sizes.Item2 * sizes.Item3).reshape(sizes.Item1, sizes.Item2, sizes.Item3).transpose(0, 2);
            Assert.True(x.Equals(x.flip(0, 2).flip(2).flip(0)));
            Assert.True(x.Equals(x.tril(diagonal) + x.triu(diagonal + 1)));
        }).Check(Config.QuickThrowOnFailure.WithReplay(12UL, 7UL));
    }

    [Fact]
    public void EinsteinsProductsAreMatmuls()
    {
        Prop.ForAll(Gen.Choose(0, 4).Four().ToArbitrary(), sizes =>
        {
            var (b, i, j, k) = sizes;
            var generator = new Generator((ulong)(b + i + j + k));
            var (x, y) = (randn([b, i, j], float64, generator: generator), randn([b, j, k], float64, generator: generator));
            Assert.True(einsum("bij,bjk->bik", x, y).allclose(x.bmm(y)));
            Assert.True(einsum("bij,bjk->", x, y).allclose(x.bmm(y).sum()));
        }).Check(Config.QuickThrowOnFailure.WithReplay(13UL, 7UL));
    }

    [Theory]
    [InlineData("ij,jk->ik", "einsum(): subscript j has size 4 for operand 1 which does not broadcast with previously seen size 3")]
    [InlineData("ij->ij", "einsum(): more operands were provided than specified in the equation")]
    [InlineData("ijk,jk->ik", "einsum(): the number of subscripts in the equation (3) does not match the number of dimensions (2) for " +
        "operand 0 and no ellipsis was given")]
    [InlineData("ij,kl->im", "einsum(): output subscript m does not appear in the equation for any input operand")]
    [InlineData("ij,kl->ii", "einsum(): output subscript i appears more than once in the output")]
    [InlineData("i1,kl->i", "einsum(): invalid subscript given at index 1 in the equation string, subscripts must be in [a-zA-Z]")]
    public void EquationsThatDoNotFitAreRefused(string equation, string message) =>
        Engine.Says(message, Assert.ThrowsAny<ExternalException>(() => einsum(equation, ones(2, 3), ones(4, 5))));

    [Fact]
    public void WrongArgumentsAreNamed()
    {
        Refused("selected index k out of range", () => ones(2, 3).topk(4));
        Refused("tril: input tensor must have at least 2 dimensions", () => ones(3).tril());
        Refused("dim 1 appears multiple times in the list of dims", () => ones(2, 3).flip(1, -1));
        Refused("Dimension out of range (expected to be in range of [-2, 1], but got 2)", () => ones(2, 3).cumsum(2));

        static void Refused(string words, Action wrong) => Engine.Says(words, Assert.ThrowsAny<ExternalException>(wrong));
    }
}
