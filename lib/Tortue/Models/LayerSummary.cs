using static TorchSharp.torch;

namespace Tortue.Models;

/// <summary>One layer of a network.</summary>
/// <param name="Name">Its place in the network, for example "stages.0.1.conv1".</param>
/// <param name="Kind">What it is, for example "Conv2d".</param>
/// <param name="OutputShape">Sizes of what it gives for one example.</param>
/// <param name="Parameters">Numbers that are learnt.</param>
/// <param name="Operations">Multiplications with an addition, for one example; 0 for layers that are neither convolutions nor linear.</param>
public sealed record LayerSummary(string Name, string Kind, IReadOnlyList<long> OutputShape, long Parameters, long Operations)
{
    /// <summary>Counts a layer that has just given an output for one example.</summary>
    internal static LayerSummary Of(string name, nn.Module module, Tensor output)
    {
        var parameters = module.named_parameters(recurse: false).ToArray();
        var kernel = parameters.Select(entry => entry.parameter).FirstOrDefault(parameter => parameter.dim() >= 2);

        // Each output is an inner product with one row of the weights, whatever place of the image it stands for.
        long operations = kernel is null ? 0 : output.numel() * (kernel.numel() / kernel.shape[0]);
        return new(name, module.GetName(), output.shape[1..], parameters.Sum(entry => entry.parameter.numel()), operations);
    }
}
