using Tortue.Models;
using static TorchSharp.torch;

namespace Tortue.StochasticDepth;

/// <summary>A network that makes training steps while somebody looks at the clock.</summary>
internal sealed class StepClock : IDisposable
{
    private readonly StochasticDepthNet _network;
    private readonly TorchSharp.Modules.SGD _descent;
    private readonly Tensor _images, _labels;
    private readonly TimeProvider _clock;
    private readonly List<double> _milliseconds = [];
    private readonly List<int> _depths = [];

    public StepClock(StochasticDepthTimeOptions options, double lastSurvival, bool skips, Tensor images, Tensor labels, TimeProvider clock)
    {
        _network = SeededNetworks.Make(
            options.Seed, () => new StochasticDepthNet(options.Network, lastSurvival, options.Rule, seed: options.Seed) { Skips = skips });
        // The paper's rule, at a rate at which any depth stays finite.
        _descent = optim.SGD(_network.parameters(), 0.01, momentum: 0.9, weight_decay: 1e-4, nesterov: true);
        (_images, _labels, _clock) = (images, labels, clock);
    }

    /// <summary>What has been measured, rounded to microseconds.</summary>
    public StepTimes Times => new(_network.LastSurvival, _network.Skips, [.. _milliseconds], [.. _depths]);

    /// <summary>Makes a step.</summary>
    /// <param name="counts">Whether its time is kept.</param>
    public void Step(bool counts)
    {
        using var scope = NewDisposeScope();
        long start = _clock.GetTimestamp();
        _descent.zero_grad();
        var loss = nn.functional.cross_entropy(_network.forward(_images), _labels);
        loss.backward();
        _descent.step();
        var elapsed = _clock.GetElapsedTime(start);
        if (!counts)
            return;
        _milliseconds.Add(Math.Round(elapsed.TotalMilliseconds, 3));
        _depths.Add(_network.LastDepth);
    }

    public void Dispose()
    {
        _network.Dispose();
        _descent.Dispose();
    }
}
