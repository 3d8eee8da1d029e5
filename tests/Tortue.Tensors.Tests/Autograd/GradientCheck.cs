using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tensors.Tests.Autograd;

/// <summary>
/// Compares gradients with central differences, (f(x + h) − f(x − h)) / 2h, in float64: for the packed inputs and for the same values in
/// other layouts (transposed, every second element of a larger tensor).
/// </summary>
internal static class GradientCheck
{
    private const double Step = 1e-5;

    /// <param name="function">The function; its result may have any shape.</param>
    /// <param name="tolerance">The largest difference, relative to the gradient where that is larger than one.</param>
    /// <param name="inputs">Float64 values at which to check.</param>
    public static void Run(Func<Tensor[], Tensor> function, double tolerance, params Tensor[] inputs)
    {
        foreach (var layout in Layouts)
            Check(function, tolerance, [.. inputs.Select(x => layout(x.detach()))]);
    }

    public static void Run(Func<Tensor, Tensor> function, params Tensor[] inputs)
    {
        foreach (var input in inputs)
            Run(x => function(x[0]), 1e-6, input);
    }

    public static void Run(Func<Tensor, Tensor, Tensor> function, Tensor first, Tensor second) =>
        Run(x => function(x[0], x[1]), 1e-6, first, second);

    private static readonly Func<Tensor, Tensor>[] Layouts =
    [
        x => x.clone(),
        x => x.ndim < 2 ? x.clone() : x.transpose(0, -1).contiguous().transpose(0, -1),
        x => x.ndim == 0 ? x.clone() : x.unsqueeze(-1).expand([.. x.shape, 2]).contiguous().select(-1, 1),
    ];

    private static void Check(Func<Tensor[], Tensor> function, double tolerance, Tensor[] inputs)
    {
        var leaves = inputs.Select(x => x.requires_grad_()).ToArray();
        var output = function(leaves);
        var weights = Weights(output);
        output.backward([weights]);

        for (var i = 0; i < inputs.Length; i++)
        {
            var expected = Differences(function, inputs, i, weights);
            var actual = leaves[i].grad is { } g ? g.data<double>().ToArray() : new double[expected.Length];
            for (var n = 0; n < expected.Length; n++)
            {
                var allowed = tolerance * Math.Max(1, Math.Abs(expected[n]));
                Assert.True(Math.Abs(expected[n] - actual[n]) <= allowed,
                    $"input {i}, {inputs[i]}, strides {string.Join('x', inputs[i].stride())}, element {n}: " +
                    $"differences give {expected[n]}, the gradient is {actual[n]}");
            }
        }
    }

    /// <summary>Fixed numbers, all different, so that no error in one element hides behind another's.</summary>
    private static Tensor Weights(Tensor output)
    {
        var values = Enumerable.Range(0, (int)output.numel()).Select(i => Math.Sin(1 + (1.7 * i)));
        return tensor(values.ToArray(), output.shape);
    }

    private static double[] Differences(Func<Tensor[], Tensor> function, Tensor[] inputs, int which, Tensor weights)
    {
        using var noGradient = no_grad();
        var input = inputs[which];
        var values = input.data<double>();
        var differences = new double[values.Count];
        for (var n = 0; n < differences.Length; n++)
        {
            var place = Place(n, input.shape);
            var before = values[place];
            values[place] = before + Step;
            var above = (function(inputs) * weights).sum().item<double>();
            values[place] = before - Step;
            var below = (function(inputs) * weights).sum().item<double>();
            values[place] = before;
            differences[n] = (above - below) / (2 * Step);
        }

        return differences;
    }

    private static long[] Place(int n, long[] shape)
    {
        var place = new long[shape.Length];
        for (var d = shape.Length - 1; d >= 0; n = (int)(n / shape[d]), d--)
            place[d] = n % shape[d];
        return place;
    }
}
