using TorchSharp.Modules;
using Tortue.Models;
using static TorchSharp.torch;

namespace Tortue.Initialization;

/// <summary>
/// Layer-sequential unit variance: orthonormal weights, then layer by layer, from the input on, W ← W / √Var(z) until the output z of the
/// layer, all its numbers over a minibatch and before the activation, has variance 1. D. Mishkin, J. Matas, "All you need is a good init",
/// ICLR 2016.
/// </summary>
public static class Lsuv
{
    /// <summary>Initialises a network with one minibatch.</summary>
    /// <param name="network">A Sequential, also of Sequentials; it stays in training or evaluation mode as it is. Linear and convolution
    /// layers are filled, their biases set to 0, all other layers (batch normalisation among them) left alone.</param>
    /// <param name="minibatch">Inputs, the first dimension over examples; scale them to variance 1 first, and take many.</param>
    /// <param name="options">Tolerance and number of rescalings; <see cref="LsuvOptions.Default"/> when omitted.</param>
    /// <param name="generator">Where randomness comes from; the global generator when omitted.</param>
    /// <returns>One entry for each linear or convolution layer, from the input on.</returns>
    /// <exception cref="ArgumentException">A setting is out of its range, or a layer has layers of its own and is no Sequential.</exception>
    public static IReadOnlyList<LsuvLayer> Apply(
        nn.Module<Tensor, Tensor> network, Tensor minibatch, LsuvOptions? options = null, Generator? generator = null)
    {
        // What comes before a layer is finished: its output of the same minibatch stays.
        var signal = minibatch;
        return Apply(network, options, generator, (layers, first, last) => signal = Through(layers[first..last], signal));
    }

    /// <summary>Initialises a network with a new minibatch for every measurement, as a training program's loader gives them.</summary>
    /// <param name="network">As in <see cref="Apply(nn.Module{Tensor, Tensor}, Tensor, LsuvOptions?, Generator?)"/>.</param>
    /// <param name="minibatches">Gives the inputs of the next minibatch, which is not disposed here.</param>
    /// <param name="options">Tolerance and number of rescalings; <see cref="LsuvOptions.Default"/> when omitted.</param>
    /// <param name="generator">Where randomness comes from; the global generator when omitted.</param>
    /// <returns>One entry for each linear or convolution layer, from the input on.</returns>
    /// <exception cref="ArgumentException">A setting is out of its range, or a layer has layers of its own and is no Sequential.</exception>
    public static IReadOnlyList<LsuvLayer> Apply(
        nn.Module<Tensor, Tensor> network, Func<Tensor> minibatches, LsuvOptions? options = null, Generator? generator = null) =>
        Apply(network, options, generator, (layers, _, last) => Through(layers[..last], minibatches()));

    /// <summary>The variance of the output of each linear or convolution layer, before its activation.</summary>
    /// <param name="network">A Sequential, also of Sequentials.</param>
    /// <param name="minibatch">Inputs, the first dimension over examples.</param>
    /// <exception cref="ArgumentException">A layer has layers of its own and is no Sequential.</exception>
    public static IReadOnlyList<double> Variances(nn.Module<Tensor, Tensor> network, Tensor minibatch)
    {
        using var untracked = no_grad();
        using var scope = NewDisposeScope();
        var (variances, signal) = (new List<double>(), minibatch);
        foreach (var layer in Layers(network))
        {
            signal = layer.call(signal);
            if (WeightOf(layer) is not null)
                variances.Add(Variance(signal));
        }

        return variances;
    }

    // The third argument gives the input of the layer number `last`, where the last one that was asked for was that of number `first`.
    private static List<LsuvLayer> Apply(
        nn.Module<Tensor, Tensor> network,
        LsuvOptions? options,
        Generator? generator,
        Func<nn.Module<Tensor, Tensor>[], int, int, Tensor> inputOf)
    {
        options ??= LsuvOptions.Default;
        options.Validate();
        using var untracked = no_grad();
        using var scope = NewDisposeScope();
        nn.Module<Tensor, Tensor>[] layers = [.. Layers(network)];
        WeightInit.Orthogonal.Apply(network, generator);
        var (done, before) = (new List<LsuvLayer>(), 0);
        for (int l = 0; l < layers.Length; l++)
        {
            if (WeightOf(layers[l]) is not { } weight)
                continue;
            double first = Measure(l), variance = first;
            int rescalings = 0;
            for (; Math.Abs(variance - 1) >= options.Tolerance && rescalings < options.MostRescalings && variance > 0; rescalings++)
            {
                weight.div_(Math.Sqrt(variance));
                variance = Measure(l);
            }

            string name = $"{layers[l].GetName()} [{string.Join(", ", weight.shape)}]";
            done.Add(new(name, first, variance, rescalings, Math.Abs(variance - 1) < options.Tolerance));
        }

        return done;

        double Measure(int layer)
        {
            var input = inputOf(layers, before, layer);
            before = layer;
            using var output = NewDisposeScope();
            return Variance(layers[layer].call(input));
        }
    }

    private static Tensor Through(nn.Module<Tensor, Tensor>[] layers, Tensor input)
    {
        using var between = NewDisposeScope();
        var output = layers.Aggregate(input, (signal, layer) => layer.call(signal));
        return ReferenceEquals(output, input) ? input : output.MoveToOuterDisposeScope();
    }

    private static IEnumerable<nn.Module<Tensor, Tensor>> Layers(nn.Module<Tensor, Tensor> network)
    {
        if (network is Sequential)
            return network.children().Cast<nn.Module<Tensor, Tensor>>().SelectMany(Layers);
        return network.children().Any()
            ? throw new ArgumentException(Text.Format(InitializationText.NotSequential, network.GetName()))
            : [network];
    }

    private static Tensor? WeightOf(nn.Module layer) =>
        layer.named_parameters(recurse: false).Where(entry => entry.name == "weight" && entry.parameter.dim() > 1)
            .Select(entry => entry.parameter).FirstOrDefault();

    private static double Variance(Tensor signal) => signal.to(float64).var(unbiased: false).item<double>();
}
