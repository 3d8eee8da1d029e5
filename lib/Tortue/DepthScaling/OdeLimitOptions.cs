using Tortue.Experiments;
using Tortue.Models;

namespace Tortue.DepthScaling;

/// <summary>The settings of <see cref="OdeLimit"/>.</summary>
/// <remarks>
/// The order is read where a layer is short against the time in which the weights change, √v = 0.1: from ten layers in that time on. This
/// was settled before any error was looked at, and shallower networks are in the chart. The verdict does not hang on it: with all
/// depths from 10 on, the default's orders are 1.001 to 1.031 instead of 1.000.
/// </remarks>
public sealed record OdeLimitOptions : IExperimentOptions<OdeLimitOptions>
{
    /// <summary>Most networks.</summary>
    public const int MostNetworks = 10_000;

    /// <summary>Most steps of the reference solution.</summary>
    public const int MostReferenceSteps = 100_000;

    /// <summary>Eight networks of width 20, up to 1,000 layers: about a second on two cores.</summary>
    public static OdeLimitOptions Quick { get; } =
        new() { Width = 20, Networks = 8, Depths = [10, 20, 50, 100, 200, 500, 1000], ReferenceSteps = 2000 };

    /// <summary>A hundred networks of the paper's width, up to 2,000 layers: about a minute and a half on two cores.</summary>
    public static OdeLimitOptions Standard { get; } = new();

    /// <summary>A thousand networks up to 5,000 layers: the paper states the limit and has no experiment on it.</summary>
    public static OdeLimitOptions Full { get; } =
        new() { Networks = 1000, Depths = [10, 20, 50, 100, 200, 500, 1000, 2000, 5000], ReferenceSteps = 10_000 };

    /// <summary>The residual layers, at least one, each once: res-1 and res-3. Default: both.</summary>
    public IReadOnlyList<ResidualModel> Models { get; init; } = [ResidualModel.Res1, ResidualModel.Res3];

    /// <summary>
    /// The activations σ, at least one, each once: relu, identity, tanh or leaky_relu(slope). Default: relu, tanh.
    /// </summary>
    public IReadOnlyList<Activation> Activations { get; init; } = [Activation.Relu, Activation.Tanh];

    /// <summary>The width d, 1 to <see cref="ResidualShape.LargestWidth"/>. Default: 40.</summary>
    public int Width { get; init; } = 40;

    /// <summary>The depths L, ascending; each divides <see cref="ReferenceSteps"/>. Default: 10, 20, 50, …, 2,000.</summary>
    public IReadOnlyList<int> Depths { get; init; } = [10, 20, 50, 100, 200, 500, 1000, 2000];

    /// <summary>The depth from which on the order is read; at least two depths are not smaller. Default: 100.</summary>
    public int FitFrom { get; init; } = 100;

    /// <summary>
    /// Steps of the reference solution by Runge and Kutta's method of order 4, even, at least twice the largest depth and at most
    /// <see cref="MostReferenceSteps"/>. Default: 4,000.
    /// </summary>
    public int ReferenceSteps { get; init; } = 4000;

    /// <summary>Networks, each with a function 𝒱 (and 𝒲) of its own, 2 to <see cref="MostNetworks"/>. Default: 100.</summary>
    [Repetitions]
    public int Networks { get; init; } = 100;

    /// <summary>The seed. Default: 14.</summary>
    public ulong Seed { get; init; } = 14;

    /// <summary>How many threads may work, at least 1; the result does not depend on it. Default: one a core.</summary>
    public int Threads { get; init; } = ParallelJobs.DefaultThreads;

    /// <summary>Checks every setting against its range.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range; the message says which, and what it may be.</exception>
    public void Validate()
    {
        if (Models.Count == 0 || Models.Distinct().Count() < Models.Count)
            throw new ArgumentException(DepthScalingText.LimitBadModels);
        if (Activations.Count == 0 || Activations.Distinct().Count() < Activations.Count)
            throw new ArgumentException(DepthScalingText.LimitBadActivations);
        foreach (var (model, activation) in Variants())
            Shape(model, activation, Depths.Count == 0 ? 1 : Depths[^1]).Validate();
        if (Depths.Count < 2 || Depths[0] < 1 || !Depths.IsAscending())
            throw new ArgumentException(DepthScalingText.BadDepths);
        if (Depths.Count(depth => depth >= FitFrom) < 2)
            throw new ArgumentException(Text.Format(DepthScalingText.LimitBadFit, FitFrom));
        if (ReferenceSteps % 2 != 0 || ReferenceSteps < 2 * Depths[^1] || ReferenceSteps > MostReferenceSteps)
        {
            throw new ArgumentException(
                Text.Format(DepthScalingText.LimitBadReference, ReferenceSteps, 2 * Depths[^1], MostReferenceSteps));
        }

        if (Depths.FirstOrDefault(depth => ReferenceSteps % depth != 0) is var odd and not 0)
            throw new ArgumentException(Text.Format(DepthScalingText.LimitDepthDividesNot, odd, ReferenceSteps));
        if (Networks is < 2 or > MostNetworks)
            throw new ArgumentException(Text.Format(DepthScalingText.BadNetworks, Networks, MostNetworks));
        if (Threads < 1)
            throw new ArgumentException(Text.Format(DepthScalingText.BadThreads, Threads));
    }

    /// <summary>Every model with every activation.</summary>
    internal IReadOnlyList<(ResidualModel Model, Activation Activation)> Variants() =>
        [.. from model in Models from activation in Activations select (model, activation)];

    /// <summary>The networks of one kind, at one depth.</summary>
    internal ResidualShape Shape(ResidualModel model, Activation activation, int depth) =>
        new() { Model = model, Activation = activation, Width = Width, Depth = depth, Beta = 1, Path = WeightPath.Smooth };
}
