using System.Text.Json;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tensors.Tests.Golden;

/// <summary>Compares a function's result and gradients with a case that PyTorch wrote.</summary>
internal static class GoldenGradients
{
    /// <summary>Numbers in [−1.5, 1.5), all different, in an order that is not sorted.</summary>
    public static Tensor Numbers(double phase, params long[] shape)
    {
        var values = Enumerable.Range(0, (int)shape.TotalSize()).Select(i => -1.5 + (3 * ((phase + (i * 0.6180339887)) % 1)));
        return tensor(values.ToArray(), shape, float64);
    }

    /// <summary>Runs the function on copies of the inputs and checks what it gives, and the gradients where PyTorch has some.</summary>
    public static void Check(JsonElement expected, Func<Tensor[], Tensor> function, double tolerance, params Tensor[] inputs)
    {
        var leaves = inputs.Select(x => x.clone().requires_grad_(x.is_floating_point())).ToArray();
        var result = function(leaves);
        GoldenValues.Compare(expected.GetProperty("result"), result, tolerance);
        Assert.Equal(expected.TryGetProperty("gradients", out var gradients), result.requires_grad);
        if (!result.requires_grad)
            return;

        var weights = Enumerable.Range(0, (int)result.numel()).Select(i => Math.Sin(1 + (1.7 * i)));
        (result * tensor(weights.ToArray(), result.shape)).sum().backward();
        for (var i = 0; i < leaves.Length; i++)
            GoldenValues.Compare(gradients[i], leaves[i].grad!, tolerance);
    }
}
