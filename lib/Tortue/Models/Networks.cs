using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Tortue.Models;

/// <summary>Small networks of the first chapter.</summary>
public static class Networks
{
    /// <summary>A linear classifier: flatten, one linear layer.</summary>
    /// <param name="inputs">Numbers in an example, at least 1.</param>
    /// <param name="classes">Number of outputs, at least 1.</param>
    public static Sequential LinearClassifier(long inputs, int classes) => Sequential(Flatten(), Linear(inputs, classes));

    /// <summary>A multilayer perceptron with ReLU between its linear layers.</summary>
    /// <param name="inputs">Numbers in an example, at least 1.</param>
    /// <param name="classes">Number of outputs, at least 1.</param>
    /// <param name="hidden">Widths of the hidden layers.</param>
    public static Sequential Perceptron(long inputs, int classes, params IReadOnlyList<long> hidden)
    {
        var network = Sequential(Flatten());
        long width = inputs;
        foreach (long next in hidden)
        {
            network.append(Linear(width, next));
            network.append(ReLU());
            width = next;
        }

        network.append(Linear(width, classes));
        return network;
    }

    /// <summary>
    /// A convolutional network as in the lecture: twice convolution, ReLU and 2×2 max pooling, then two linear layers.
    /// </summary>
    /// <param name="inputChannels">1 for grey, 3 for colour.</param>
    /// <param name="side">Height and width of the images in pixels, at least 4.</param>
    /// <param name="classes">Number of outputs, at least 1.</param>
    /// <param name="width">Filters of the first convolution; the second has twice as many. Default: 16.</param>
    public static Sequential Convolutional(long inputChannels, long side, int classes, long width = 16)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(side, 4);
        long left = side / 2 / 2;
        return Sequential(
            Conv2d(inputChannels, width, 5, padding: 2),
            ReLU(),
            MaxPool2d(2),
            Conv2d(width, 2 * width, 5, padding: 2),
            ReLU(),
            MaxPool2d(2),
            Flatten(),
            Linear(2 * width * left * left, 128),
            ReLU(),
            Linear(128, classes));
    }
}
