using Tortue.Data;
using Tortue.Experiments;

namespace Tortue.Initialization;

/// <summary>The settings of <see cref="GlorotHistograms"/>.</summary>
public sealed record GlorotHistogramsOptions : IExperimentOptions<GlorotHistogramsOptions>
{
    /// <summary>The paper's network, five times with each initialisation: about two seconds.</summary>
    public static GlorotHistogramsOptions Quick { get; } = new();

    /// <summary>Twenty networks of each kind: about ten seconds.</summary>
    public static GlorotHistogramsOptions Standard { get; } = new() { Runs = 20 };

    /// <summary>The same as <see cref="Standard"/>, which has the paper's depth, width and number of images.</summary>
    public static GlorotHistogramsOptions Full { get; } = Standard;

    /// <summary>Hidden layers, 2 to 50. Default: 5, as in the paper.</summary>
    public int Depth { get; init; } = 5;

    /// <summary>Units of a hidden layer, 10 to 5,000. Default: 1,000, as in the paper.</summary>
    public int Width { get; init; } = 1000;

    /// <summary>Images in the batch, 20 to 10,000; generated ones of 32×32 in grey. Default: 300, as in the paper.</summary>
    public int Images { get; init; } = 300;

    /// <summary>Networks of each initialisation, at least 1. Default: 5.</summary>
    [Repetitions]
    public int Runs { get; init; } = 5;

    /// <summary>The seed of the images; network number r has seed + r. Default: 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Checks every setting against its range.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range; the message says which, and what it may be.</exception>
    public void Validate()
    {
        SettingRange.Check(nameof(Depth), Depth, 2, 50);
        SettingRange.Check(nameof(Width), Width, 10, 5000);
        SettingRange.Check(nameof(Images), Images, 20, 10_000);
        SettingRange.Check(nameof(Runs), Runs, 1);
    }

    /// <summary>The batch.</summary>
    internal LabelledData Data()
    {
        var data = GeneratedImages.Make(new() { Count = Images, Side = 32, Channels = 1, Seed = Seed });
        return Normalization.Of(data).Apply(data);
    }
}
