using static TorchSharp.torch;
using Tensor = TorchSharp.torch.Tensor;

namespace Tortue.Tensors.Data;

/// <summary>Makes batches of samples: tensors at the same place are stacked along a new first dimension.</summary>
internal static class Collation
{
    public static Dictionary<string, Tensor> Dictionaries(IEnumerable<Dictionary<string, Tensor>> samples, Device device)
    {
        Dictionary<string, Tensor>[] all = [.. samples];
        return all[0].Keys.ToDictionary(name => name, name => stack(all.Select((sample, i) => Named(sample, name, i))).to(device));
    }

    public static IList<Tensor> Lists(IEnumerable<IList<Tensor>> samples, Device device)
    {
        IList<Tensor>[] all = [.. samples];
        for (var i = 1; i < all.Length; i++)
        {
            if (all[i].Count != all[0].Count)
            {
                throw new ArgumentException($"each element in list of batch should be of equal size: sample {i} of the batch has " +
                    $"{all[i].Count} tensors, the first one has {all[0].Count}");
            }
        }

        return [.. Enumerable.Range(0, all[0].Count).Select(place => stack(all.Select(sample => sample[place])).to(device))];
    }

    private static Tensor Named(Dictionary<string, Tensor> sample, string name, int place) =>
        sample.TryGetValue(name, out var tensor)
            ? tensor
            : throw new ArgumentException($"sample {place} of the batch has no tensor '{name}', which the first one has; it has " +
                $"[{string.Join(", ", sample.Keys)}]");
}
