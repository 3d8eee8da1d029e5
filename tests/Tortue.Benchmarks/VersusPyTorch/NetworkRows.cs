using static TorchSharp.torch;

namespace Tortue.Benchmarks.VersusPyTorch;

/// <summary>Networks of linear layers.</summary>
internal static class NetworkRows
{
    /// <summary>A deep network, forward and backward; the result is the first layer's gradient.</summary>
    public static Func<Tensor> Deep()
    {
        var first = nn.Linear(128, 128);
        var model = nn.Sequential(first, nn.Tanh());
        for (int i = 1; i < 50; i++)
            model.append(nn.Linear(128, 128)).append(nn.Tanh());
        Numbers.Fill(model.parameters());
        var x = Numbers.Uniform(1, [64, 128]);
        return () =>
        {
            model.zero_grad();
            model.forward(x).sum().backward();
            return first.weight.grad!;
        };
    }

    /// <summary>A step of training with Adam; the result is the loss.</summary>
    public static Func<Tensor> Adam()
    {
        var model = nn.Sequential(nn.Linear(784, 256), nn.ReLU(), nn.Linear(256, 10));
        Numbers.Fill(model.parameters());
        var optimizer = optim.Adam(model.parameters(), lr: 1e-4);
        return Training(model, Numbers.Uniform(1, [32, 784]), Numbers.Labels(32), optimizer);
    }

    /// <summary>A step of training; the result is the loss.</summary>
    /// <param name="model">The network.</param>
    /// <param name="x">Its inputs.</param>
    /// <param name="labels">The classes.</param>
    /// <param name="optimizer">Over the network's parameters.</param>
    public static Func<Tensor> Training(nn.Module<Tensor, Tensor> model, Tensor x, Tensor labels, optim.Optimizer optimizer) => () =>
    {
        optimizer.zero_grad();
        var loss = nn.functional.cross_entropy(model.forward(x), labels);
        loss.backward();
        optimizer.step();
        return loss;
    };
}
