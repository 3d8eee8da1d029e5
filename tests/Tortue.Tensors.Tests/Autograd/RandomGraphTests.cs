using FsCheck;
using FsCheck.Fluent;
using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tensors.Tests.Autograd;

/// <summary>Gradients of random small graphs, whose nodes use each other's results more than once.</summary>
public class RandomGraphTests
{
    private static readonly Func<Tensor, Tensor, Tensor>[] Steps =
    [
        (a, b) => a + b,
        (a, b) => a * b,
        (a, b) => a - (0.5 * b),
        (a, b) => a / (b.square() + 1),
        (a, b) => a.tanh() * b,
        (a, _) => a.sigmoid(),
        (a, _) => a.t(),
        (a, b) => a.mm(b),
        (a, b) => a + b[0],
        (a, b) => cat([a[TensorIndex.Slice(1)], b[TensorIndex.Slice(0, 1)]]),
        (a, _) => a - a.mean([1], true),
        (a, b) => stack([a, b]).sum(0L) * 0.5,
        (a, b) => b.clone().add_(a).mul_(0.5),
        (a, b) => a * b.norm(),
        (a, b) => where(eye(3) > 0, a, b * 0.5),
    ];

    [Fact]
    public void AgreesWithDifferences()
    {
        var chosen = Gen.Choose(0, 1_000_000).ArrayOf(6);
        Prop.ForAll(chosen.ToArbitrary(), Check).Check(Config.QuickThrowOnFailure.WithReplay(20260101UL, 7UL));
    }

    private static void Check(int[] choices)
    {
        var generator = new Generator((ulong)choices.Sum());
        var (x, y) = (randn(3, 3, dtype: float64, generator: generator), randn(3, 3, dtype: float64, generator: generator));
        GradientCheck.Run(leaves =>
        {
            var made = new List<Tensor>(leaves);
            foreach (var choice in choices)
            {
                var (left, right) = (made[^1], made[choice / Steps.Length % made.Count]);
                made.Add(Steps[choice % Steps.Length](left, right));
            }

            return made[^1];
        }, 1e-5, x, y);
    }
}
