using TorchSharp.Modules;
using Tortue.Data;
using Tortue.Models;
using static TorchSharp.torch;

namespace Tortue.Initialization;

/// <summary>Deep perceptrons without anything that helps: linear layers and activations alone.</summary>
internal static class PlainPerceptron
{
    /// <summary>A network for images; biases start at 0.</summary>
    /// <param name="data">Gives the numbers of inputs and classes.</param>
    /// <param name="hidden">Hidden layers; the network has one linear layer more.</param>
    /// <param name="width">Units of each.</param>
    /// <param name="activation">Their activation; the last layer gives scores.</param>
    /// <param name="init">How weights are drawn.</param>
    /// <param name="seed">The seed of the weights.</param>
    public static Sequential Make(LabelledData data, int hidden, long width, Activation activation, WeightInit init, ulong seed)
    {
        var network = nn.Sequential(nn.Flatten());
        long below = data.InputShape.Aggregate(1L, (a, b) => a * b);
        for (int layer = 0; layer < hidden; layer++)
        {
            network.append(nn.Linear(below, width));
            network.append(activation.Module());
            below = width;
        }

        network.append(nn.Linear(below, data.Classes.Count));
        init.Apply(network, new Generator(seed));
        return network;
    }

    /// <summary>Gives all biases of the hidden layers a value.</summary>
    public static void SetHiddenBiases(Sequential network, double value)
    {
        using var _ = no_grad();
        foreach (var layer in network.children().OfType<Linear>().SkipLast(1))
            layer.bias!.fill_(value);
    }

    /// <summary>The weighted sums z of each linear layer, from the first; the last are the scores.</summary>
    public static IReadOnlyList<Tensor> Sums(nn.Module network, Tensor inputs)
    {
        var sums = new List<Tensor>();
        var signal = inputs;
        foreach (var layer in network.children().Cast<nn.Module<Tensor, Tensor>>())
        {
            signal = layer.forward(signal);
            if (layer is Linear)
                sums.Add(signal);
        }

        return sums;
    }
}
