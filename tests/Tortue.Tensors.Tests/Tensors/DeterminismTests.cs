using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tensors.Tests.Tensors;

/// <summary>The same bits on one thread as on several.</summary>
public class DeterminismTests
{
    [Fact]
    public void TheNumberOfThreadsChangesNothing()
    {
        var threads = get_num_threads();
        try
        {
            set_num_threads(1);
            var alone = Compute();
            set_num_threads(2);
            Assert.Equal(alone, Compute());
        }
        finally
        {
            set_num_threads(threads);
        }
    }

    private static float[] Compute()
    {
        manual_seed(3);
        var (x, w) = (randn(700, 301), randn(301, 300, requires_grad: true));
        var y = (x.matmul(w) * 0.1 + 0.5).tanh().exp().softmax(1);
        var loss = (y * y + y.sigmoid()).sum([0]).norm() + rand(300_007).log1p().mean();
        loss.backward();
        return [loss.item<float>(), .. w.grad!.data<float>(), .. y.sum(1).detach().data<float>()];
    }
}
