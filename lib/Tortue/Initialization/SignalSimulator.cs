using static TorchSharp.torch;

namespace Tortue.Initialization;

/// <summary>
/// Sends one random input forward and one random gradient backward through many random networks at once. Biases are 0 and the last layer
/// is linear: δ^L is drawn, δ^l = (W^{l+1})ᵀ δ^{l+1} ⊙ σ′(z^l).
/// </summary>
internal sealed class SignalSimulator(SignalPair pair, IReadOnlyList<int> widths)
{
    private readonly int _depth = widths.Count - 1;

    /// <summary>Draws networks and measures them.</summary>
    /// <param name="networks">How many, at least 1.</param>
    /// <param name="seed">Of all their random numbers.</param>
    /// <param name="cancellation">Looked at before every layer.</param>
    public SignalSample[] Run(int networks, ulong seed, CancellationToken cancellation)
    {
        using var scope = NewDisposeScope();
        using var untracked = no_grad();
        var generator = new Generator(seed);
        var (weights, slopes) = (new Tensor[_depth], new Tensor[_depth]);
        var (forward, backward) = (new Tensor[_depth], new Tensor[_depth]);

        var signal = Normal(networks, widths[0], generator);
        var scale = zeros(networks, dtype: float64);
        for (int l = 0; l < _depth; l++)
        {
            cancellation.ThrowIfCancellationRequested();
            weights[l] = pair.Init.Draw(networks, widths[l + 1], widths[l], generator);
            var z = weights[l].bmm(signal);
            if (pair.IsLsuv)
            {
                var deviation = Root(MeanSquare(z));
                weights[l].div_(deviation);
                z.div_(deviation);
            }

            forward[l] = scale + MeanSquare(z).log();
            slopes[l] = Slope(z);
            signal = pair.Activation.Forward(z);
            if (pair is { IsLsuv: false, Activation.IsHomogeneous: true })
                signal = Normalised(signal, ref scale);
        }

        var delta = Normal(networks, widths[_depth], generator);
        delta /= Root(MeanSquare(delta));
        backward[^1] = scale = zeros(networks, dtype: float64);
        for (int l = _depth - 2; l >= 0; l--)
        {
            cancellation.ThrowIfCancellationRequested();
            delta = weights[l + 1].transpose(1, 2).bmm(delta) * slopes[l];
            delta = Normalised(delta, ref scale);
            backward[l] = scale;
        }

        return Samples(networks, forward, backward);
    }

    private static Tensor Normal(int networks, int units, Generator generator) =>
        nn.init.normal_(empty(networks, units, 1), 0, 1, generator);

    // One number a network.
    private static Tensor MeanSquare(Tensor signal) => signal.to(float64).square().mean([1, 2]);

    private static Tensor Root(Tensor meanSquare) => meanSquare.sqrt().to(float32).view(-1, 1, 1);

    // What comes next scales with the signal, so its size is kept as a logarithm beside it: a float's range ends after some forty layers.
    private static Tensor Normalised(Tensor signal, ref Tensor logarithm)
    {
        var meanSquare = MeanSquare(signal);
        logarithm = logarithm + meanSquare.log();
        return signal / Root(meanSquare);
    }

    private Tensor Slope(Tensor z)
    {
        using var tracked = enable_grad();
        var input = z.detach().requires_grad_();
        return autograd.grad([pair.Activation.Forward(input).sum()], [input])[0];
    }

    private static SignalSample[] Samples(int networks, Tensor[] forward, Tensor[] backward)
    {
        double[] all = [.. stack(forward).flatten().data<double>(), .. stack(backward).flatten().data<double>()];
        int depth = forward.Length;
        return
        [
            .. Enumerable.Range(0, networks).Select(n => new SignalSample(
                [.. Enumerable.Range(0, depth).Select(l => all[l * networks + n])],
                [.. Enumerable.Range(0, depth).Select(l => all[(depth + l) * networks + n])])),
        ];
    }
}
