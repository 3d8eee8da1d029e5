using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tensors.Tests.Tensors;

public class TrainingTests
{
    [Fact]
    public void RandomNumbersArePyTorchs()
    {
        manual_seed(0);
        var x = rand(5);
        Assert.Equal([0.49625659f, 0.7682218f, 0.08847743f, 0.13203049f, 0.30742282f], x.data<float>().ToArray());
    }

    [Fact]
    public void AnMlpLearns()
    {
        manual_seed(1);
        var x = randn(64, 3);
        var y = x.matmul(tensor(new float[,] { { 1 }, { -2 }, { 0.5f } })) + 0.25;
        var w = zeros(3, 1, requires_grad: true);
        var b = zeros(1, requires_grad: true);
        double last = 0;
        for (var step = 0; step < 200; step++)
        {
            using var scope = NewDisposeScope();
            var loss = (x.matmul(w) + b - y).pow(2).mean();
            loss.backward();
            using (no_grad())
            {
                w.sub_(w.grad! * 0.1);
                b.sub_(b.grad! * 0.1);
                w.grad!.zero_();
                b.grad!.zero_();
            }

            last = loss.item<float>();
        }

        Assert.True(last < 1e-6, $"{last}");
    }

    [Fact]
    public void DepthIsNoLimit()
    {
        var x = ones(4, requires_grad: true);
        var h = x;
        for (var i = 0; i < 10_000; i++)
            h = h + 0.0001 * h;
        h.sum().backward();
        Assert.Equal(Math.Pow(1.0001, 10_000), x.grad![0].item<float>(), 2e-3);
    }
}
