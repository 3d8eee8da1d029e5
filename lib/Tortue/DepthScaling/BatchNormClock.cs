using Tortue.Models;
using static TorchSharp.torch;

namespace Tortue.DepthScaling;

/// <summary>A network that makes training steps while somebody looks at the clock.</summary>
internal sealed class BatchNormClock : IDisposable
{
    private readonly BatchNormStepNet _network;
    private readonly TorchSharp.Modules.SGD _descent;
    private readonly Tensor _inputs, _labels;
    private readonly TimeProvider _clock;
    private readonly List<double> _milliseconds = [];
    private readonly (int Width, int BatchSize, BatchNormVariant Variant) _setting;

    public BatchNormClock(BatchNormCostOptions options, int width, int batchSize, BatchNormVariant variant, TimeProvider clock)
    {
        (_setting, _clock) = ((width, batchSize, variant), clock);
        using var chance = new Generator(options.Seed);
        _inputs = randn(batchSize, width, generator: chance);
        _labels = randint(BatchNormCostOptions.Classes, batchSize, dtype: int64, generator: chance);
        _network = SeededNetworks.Make(options.Seed, () => new BatchNormStepNet(variant, width, options.Depth));
        // A rate at which any depth stays finite.
        _descent = optim.SGD(_network.parameters(), 0.001);
    }

    /// <summary>What has been measured, rounded to microseconds.</summary>
    public BatchNormTimes Times => new(_setting.Width, _setting.BatchSize, _setting.Variant, [.. _milliseconds]);

    /// <summary>Makes a step.</summary>
    /// <param name="counts">Whether its time is kept.</param>
    public void Step(bool counts)
    {
        using var scope = NewDisposeScope();
        var start = _clock.GetTimestamp();
        _descent.zero_grad();
        var loss = nn.functional.cross_entropy(_network.forward(_inputs), _labels);
        loss.backward();
        _descent.step();
        var elapsed = _clock.GetElapsedTime(start);
        if (counts)
            _milliseconds.Add(Math.Round(elapsed.TotalMilliseconds, 3));
    }

    public void Dispose()
    {
        _network.Dispose();
        _descent.Dispose();
    }
}
