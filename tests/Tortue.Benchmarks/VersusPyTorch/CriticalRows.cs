using Tortue.CriticalPeriods;
using static TorchSharp.torch;

namespace Tortue.Benchmarks.VersusPyTorch;

/// <summary>Steps of training in chapter 3: stochastic gradient descent with momentum and weight decay on its two networks.</summary>
internal static class CriticalRows
{
    /// <summary>The residual network of the generated images, a minibatch of 32 of 16×16; the result is the loss.</summary>
    public static Func<Tensor> Residual() => Step(new(), 32, 16);

    /// <summary>The convolutions alone of the stored result on CIFAR-10, a minibatch of 64 of 32×32; the result is the loss.</summary>
    public static Func<Tensor> AllConvolutional() => Step(new() { Network = LearnerNetwork.AllConvolutional }, 64, 32);

    // A thousandth of the learning rate: after three steps at the full one, sums in another order would tell the sides apart.
    private static Func<Tensor> Step(LearnerOptions options, int batch, int side)
    {
        var model = options.Make(3, 10);
        Numbers.Fill(model.parameters());
        var optimizer = optim.SGD(
            model.parameters(), options.LearningRate / 1000, momentum: options.Momentum, weight_decay: options.WeightDecay);
        return NetworkRows.Training(model, Numbers.Uniform(1, [batch, 3, side, side]), Numbers.Labels(batch), optimizer);
    }
}
