using FsCheck;
using FsCheck.Fluent;
using Tortue.Tensors.Tests.Autograd.Graphs;
using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tensors.Tests.Autograd;

/// <summary>
/// Gradients of random small graphs, whose nodes use each other's results more than once, views of them, and change them in place. A
/// failure shows the shortest program that was found, and the numbers from which <see cref="GraphProgram"/> makes it again.
/// </summary>
public class RandomGraphTests
{
    /// <summary>Numbers of a program; a failing one loses operations one by one.</summary>
    private static readonly Arbitrary<int[]> Programs = Arb.From(
        Gen.Choose(3, 9).SelectMany(length => Gen.Choose(0, 1_000_000).ArrayOf(length)),
        numbers => Enumerable.Range(1, Math.Max(0, numbers.Length - 1)).Select(i => numbers.Where((_, n) => n != i).ToArray()));

    /// <summary>How many programs are tried: more by hand, and others each time, with TORTUE_GRAPHS=10000.</summary>
    private static readonly int? Asked =
        int.TryParse(Environment.GetEnvironmentVariable("TORTUE_GRAPHS"), out var count) ? count : null;

    [Fact]
    public void GradientsAreThoseOfDifferences() => Check(250, program =>
        GradientCheck.Run(leaves => program.Run(leaves), 2e-5, program.Leaves));

    [Fact]
    public void EveryOperationAloneHasItsGradient() => Assert.Multiple(
    [
        .. GraphSteps.All.SelectMany((_, i) => Enumerable.Range(0, 4).Select<int, Action>(seed => () =>
            Check([seed * 7, i + (seed * GraphSteps.All.Length)], program =>
                GradientCheck.Run(leaves => program.Run(leaves), 2e-5, program.Leaves)))),
    ]);

    [Fact]
    public void CopiesInsteadOfViewsChangeNothing() => Check(200, program =>
    {
        var (value, gradients) = Differentiated(program, null);
        foreach (var between in new Func<Tensor, Tensor>[] { x => x.clone(), x => x.contiguous(), Strided })
        {
            var (other, others) = Differentiated(program, between);
            Assert.True(value.allclose(other, 1e-12, 1e-12), "the values differ");
            for (var i = 0; i < gradients.Length; i++)
                Assert.True(gradients[i].allclose(others[i], 1e-10, 1e-10), $"the gradients of leaf {i} differ");
        }
    });

    private static void Check(int count, Action<GraphProgram> check) =>
        Prop.ForAll(Programs, numbers => Check(numbers, check))
            .Check(Asked is null
                ? Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(20260101UL, 7UL)
                : Config.QuickThrowOnFailure.WithMaxTest(Asked.Value));

    private static void Check(int[] numbers, Action<GraphProgram> check)
    {
        using var scope = NewDisposeScope();
        var program = new GraphProgram(numbers);
        try
        {
            check(program);
        }
        catch (Exception error)
        {
            throw new InvalidOperationException($"{program}{error.Message}", error);
        }
    }

    private static (Tensor Value, Tensor[] Gradients) Differentiated(GraphProgram program, Func<Tensor, Tensor>? between)
    {
        var leaves = program.Leaves.Select(leaf => leaf.clone().requires_grad_()).ToArray();
        var value = program.Run(leaves, between);
        if (value.requires_grad)
            (value * (value.detach() + 0.5)).sum().backward();
        return (value.detach(), [.. leaves.Select(leaf => leaf.grad ?? zeros_like(leaf))]);
    }

    /// <summary>The same numbers, two places apart, and turned.</summary>
    private static Tensor Strided(Tensor x) =>
        x.ndim == 0 ? x : stack([x, x], 0).transpose(0, -1).contiguous().transpose(0, -1)[1];
}
