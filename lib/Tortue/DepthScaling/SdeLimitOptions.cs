using System.Numerics;
using Tortue.Experiments;
using Tortue.Models;

namespace Tortue.DepthScaling;

/// <summary>The settings of <see cref="SdeLimit"/>.</summary>
/// <remarks>
/// Neither of the two ways to measure has exactly the order ½ at finite depth. For σ = identity the error is known (<see
/// cref="SdeLimitResult.ExactError"/>): with the default's depths its order is 0.501 against the finest network, which is at least sixteen
/// times as deep, and 0.491 between L and 2L layers; with those of <see cref="Quick"/> 0.501 and 0.486. The number of networks is what
/// brings the interval well below the margin of the verdict: with 50 in place of 100 <see cref="Quick"/>'s intervals are ±0.028 wide,
/// two of the four reach beyond 0.45, and the verdict is "partly reproduced".
/// </remarks>
public sealed record SdeLimitOptions : IExperimentOptions<SdeLimitOptions>
{
    /// <summary>Most networks.</summary>
    public const int MostNetworks = 10_000;

    /// <summary>The finest network has at least so many times as many layers as the deepest of <see cref="Depths"/>.</summary>
    public const int LeastRefinement = 16;

    /// <summary>The finest network has at most so many layers.</summary>
    public const int MostLayers = 1 << 20;

    /// <summary>A hundred networks of width 20, up to 256 of 4,096 layers: about two seconds on two cores.</summary>
    public static SdeLimitOptions Quick { get; } =
        new() { Width = 20, Networks = 100, Depths = [16, 32, 64, 128, 256], FinestDepth = 4096 };

    /// <summary>Two hundred networks of the paper's width, up to 1,024 of 16,384 layers: well under a minute on two cores.</summary>
    public static SdeLimitOptions Standard { get; } = new();

    /// <summary>A thousand networks up to 4,096 of 65,536 layers: the paper states the limit and has no experiment on it.</summary>
    public static SdeLimitOptions Full { get; } =
        new() { Networks = 1000, Depths = [16, 32, 64, 128, 256, 512, 1024, 2048, 4096], FinestDepth = 65_536 };

    /// <summary>
    /// The activations σ of res-1, at least one, each once: relu, identity, tanh or leaky_relu(slope). Default: relu, identity.
    /// </summary>
    public IReadOnlyList<Activation> Activations { get; init; } = [Activation.Relu, Activation.Identity];

    /// <summary>The width d, 1 to <see cref="ResidualShape.LargestWidth"/>. Default: 40.</summary>
    public int Width { get; init; } = 40;

    /// <summary>The depths L, powers of two, ascending, at least two. Default: 16, 32, 64, …, 1,024.</summary>
    public IReadOnlyList<int> Depths { get; init; } = [16, 32, 64, 128, 256, 512, 1024];

    /// <summary>
    /// Layers of the finest network, for which the Brownian path is drawn: a power of two, at least <see cref="LeastRefinement"/> times the
    /// largest depth and at most <see cref="MostLayers"/>. Default: 16,384.
    /// </summary>
    public int FinestDepth { get; init; } = 16_384;

    /// <summary>Brownian paths, each with an input of its own, 2 to <see cref="MostNetworks"/>. Default: 200.</summary>
    [Repetitions]
    public int Networks { get; init; } = 200;

    /// <summary>The seed. Default: 15.</summary>
    public ulong Seed { get; init; } = 15;

    /// <summary>How many threads may work, at least 1; the result does not depend on it. Default: one a core.</summary>
    public int Threads { get; init; } = ParallelJobs.DefaultThreads;

    /// <summary>Checks every setting against its range.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range; the message says which, and what it may be.</exception>
    public void Validate()
    {
        if (Activations.Count == 0 || Activations.Distinct().Count() < Activations.Count)
            throw new ArgumentException(DepthScalingText.LimitBadActivations);
        foreach (var activation in Activations)
            new ResidualShape { Model = ResidualModel.Res1, Activation = activation, Width = Width }.Validate();
        var areAscending = Depths.Count > 1 && Depths.IsAscending();
        if (!areAscending || Depths.Any(depth => !BitOperations.IsPow2(depth)))
            throw new ArgumentException(DepthScalingText.SdeBadDepths);
        if (!BitOperations.IsPow2(FinestDepth) || FinestDepth > MostLayers || FinestDepth / LeastRefinement < Depths[^1])
        {
            throw new ArgumentException(Text.Format(
                DepthScalingText.SdeBadFinest, FinestDepth, LeastRefinement, LeastRefinement * (long)Depths[^1], MostLayers));
        }

        if (Networks is < 2 or > MostNetworks)
            throw new ArgumentException(Text.Format(DepthScalingText.BadNetworks, Networks, MostNetworks));
        if (Threads < 1)
            throw new ArgumentException(Text.Format(DepthScalingText.BadThreads, Threads));
    }
}
