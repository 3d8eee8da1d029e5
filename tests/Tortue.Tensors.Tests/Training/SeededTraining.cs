using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static TorchSharp.torch.nn.functional;

namespace Tortue.Tensors.Tests.Training;

/// <summary>Small trainings with everything that draws random numbers or keeps a state, whose every bit a seed decides.</summary>
internal static class SeededTraining
{
    /// <summary>Layers with dropout, trained by Adam on shuffled batches.</summary>
    public static byte[] Perceptron(long seed, int steps)
    {
        manual_seed(seed);
        using var scope = NewDisposeScope();
        using var net = Sequential(Linear(20, 64), Tanh(), Dropout(0.3), Linear(64, 64), ReLU(), Dropout(0.3), Linear(64, 4));
        using var optimizer = torch.optim.Adam(net.parameters(), 0.01);
        using var loader = torch.utils.data.DataLoader(
            torch.utils.data.TensorDataset(randn(96, 20), randint(0, 4, [96L])), 32, shuffle: true);
        Run(steps, loader, batch => cross_entropy(net.call(batch[0]), batch[1]), optimizer);
        return Bits(net);
    }

    /// <summary>Convolutions with batch normalisation, trained by SGD with momentum.</summary>
    public static byte[] Convolutions(long seed, int steps)
    {
        manual_seed(seed);
        using var scope = NewDisposeScope();
        using var net = Sequential(
            Conv2d(3, 16, 3, padding: 1), BatchNorm2d(16), ReLU(), Conv2d(16, 16, 3, stride: 2, padding: 1), BatchNorm2d(16), ReLU(),
            AdaptiveAvgPool2d(1), Flatten(), Linear(16, 4));
        using var optimizer = torch.optim.SGD(net.parameters(), 0.05, 0.9);
        using var loader = torch.utils.data.DataLoader(
            torch.utils.data.TensorDataset(randn(32, 3, 16, 16), randint(0, 4, [32L])), 16, shuffle: true);
        Run(steps, loader, batch => cross_entropy(net.call(batch[0]), batch[1]), optimizer);
        return Bits(net);
    }

    private static void Run(
        int steps, IEnumerable<IList<Tensor>> loader, Func<IList<Tensor>, Tensor> loss, torch.optim.Optimizer optimizer)
    {
        for (var step = 0; step < steps;)
        {
            foreach (var batch in loader)
            {
                if (step++ == steps)
                    return;
                using var scope = NewDisposeScope();
                optimizer.zero_grad();
                loss(batch).backward();
                optimizer.step();
            }
        }
    }

    private static byte[] Bits(torch.nn.Module net)
    {
        var stream = new MemoryStream();
        net.save(stream);
        return stream.ToArray();
    }
}
