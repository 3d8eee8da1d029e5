using Tortue.Initialization;
using Tortue.Models;
using static TorchSharp.torch;

namespace Tortue.Tests.Initialization;

/// <summary>The networks of the simulator, one after the other, in double precision and with autograd for the way back.</summary>
internal static class ReferenceSignals
{
    public static SignalSample[] Of(Activation activation, WeightInit init, int[] widths, int networks, ulong seed)
    {
        int depth = widths.Length - 1;
        var generator = new Generator(seed);
        var x = nn.init.normal_(empty(networks, widths[0], 1), 0, 1, generator).to(float64);
        var weights = Enumerable.Range(0, depth)
            .Select(l => init.Draw(networks, widths[l + 1], widths[l], generator).to(float64)).ToArray();
        var top = nn.init.normal_(empty(networks, widths[depth], 1), 0, 1, generator).to(float64);
        return [.. Enumerable.Range(0, networks).Select(n => Of(activation, x[n], [.. weights.Select(weight => weight[n])], top[n]))];
    }

    private static SignalSample Of(Activation activation, Tensor x, Tensor[] weights, Tensor top)
    {
        var z = new List<Tensor>();
        foreach (var weight in weights)
            z.Add(weight.matmul(z.Count == 0 ? x.clone().requires_grad_() : activation.Forward(z[^1])));
        var deltas = autograd.grad([(z[^1] * top).sum()], z);
        double scale = Logarithm(deltas[^1]);
        return new([.. z.Select(Logarithm)], [.. deltas.Select(delta => Logarithm(delta) - scale)]);
    }

    private static double Logarithm(Tensor signal) => signal.detach().square().mean().log().item<double>();
}
