using TorchSharp.Modules;
using Tortue.Data;
using Tortue.Models;
using static TorchSharp.torch;

namespace Tortue.DropoutRegularization;

/// <summary>The network of the chapter: flatten, then linear, ReLU and dropout for each hidden layer, then linear.</summary>
internal static class DropoutPerceptron
{
    /// <summary>Makes one.</summary>
    /// <param name="like">Data of the shape and the classes that it will see.</param>
    /// <param name="hidden">Widths of the hidden layers.</param>
    /// <param name="dropouts">A layer of dropout for each of them.</param>
    /// <param name="seed">The seed of its weights.</param>
    public static Sequential Make(LabelledData like, IEnumerable<int> hidden, IEnumerable<SeededDropout> dropouts, ulong seed) =>
        SeededNetworks.Make(seed, () =>
        {
            var network = nn.Sequential(nn.Flatten());
            long width = like.InputShape.Aggregate(1L, (product, side) => product * side);
            foreach (var (next, dropout) in hidden.Zip(dropouts))
            {
                network.append(nn.Linear(width, next));
                network.append(nn.ReLU());
                network.append(dropout);
                width = next;
            }

            network.append(nn.Linear(width, like.Classes.Count));
            return network;
        });
}
