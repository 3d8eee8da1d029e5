namespace Tortue.StochasticDepth;

/// <summary>The size of a <see cref="StochasticDepthNet"/>.</summary>
public sealed record StochasticDepthShape
{
    /// <summary>The 110 layers of Huang et al. 2016 for CIFAR-10: three stages of 18 blocks with 16, 32 and 64 channels, 54
    /// blocks.</summary>
    public static StochasticDepthShape Published { get; } = new() { BlocksPerStage = 18, Width = 16 };

    /// <summary>Channels of the images: 1 for grey, 3 for colour. Default: 3.</summary>
    public int InputChannels { get; init; } = 3;

    /// <summary>Number of outputs, at least 1. Default: 10.</summary>
    public int Classes { get; init; } = 10;

    /// <summary>Stages, at least 1. The first block of each stage but the first doubles the channels and halves the image. With one stage
    /// the network is a tower of equal blocks. Default: 3, as in the paper.</summary>
    public int Stages { get; init; } = 3;

    /// <summary>Blocks in each stage, at least 1. Default: 3.</summary>
    public int BlocksPerStage { get; init; } = 3;

    /// <summary>Channels of the first stage, at least 1. Default: 8.</summary>
    public int Width { get; init; } = 8;

    /// <summary>Stride of the stem, at least 1; 2 halves the image and makes all blocks four times cheaper. Default: 1, as in the
    /// paper.</summary>
    public int StemStride { get; init; } = 1;

    /// <summary>L, the number of blocks in all stages.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int Blocks => Stages * BlocksPerStage;

    /// <summary>A tower: equal blocks at one resolution, for deep and cheap networks.</summary>
    /// <param name="blocks">L, at least 1.</param>
    /// <param name="width">Channels, at least 1. Default: 8.</param>
    public static StochasticDepthShape Tower(int blocks, int width = 8) => new() { Stages = 1, BlocksPerStage = blocks, Width = width };

    /// <summary>Checks every number against its range.</summary>
    /// <exception cref="ArgumentException">A number is out of its range; the message says which.</exception>
    public void Validate()
    {
        foreach (var (name, value) in new[]
        {
            (nameof(InputChannels), InputChannels), (nameof(Classes), Classes), (nameof(Stages), Stages),
            (nameof(BlocksPerStage), BlocksPerStage), (nameof(Width), Width), (nameof(StemStride), StemStride),
        })
        {
            if (value < 1)
                throw new ArgumentException(Text.Format(StochasticDepthText.BadShape, name, value));
        }
    }
}
