using Tortue.Experiments;

namespace Tortue.Gradients;

/// <summary>The settings of <see cref="ShatteredGradients"/>.</summary>
public sealed record ShatteredGradientsOptions : IExperimentOptions<ShatteredGradientsOptions>
{
    /// <summary>The paper's size of networks and grid, ten networks of each kind: about two seconds.</summary>
    public static ShatteredGradientsOptions Quick { get; } = new();

    /// <summary>Three hundred networks of each kind: about a minute.</summary>
    public static ShatteredGradientsOptions Standard { get; } = new() { Networks = 300 };

    /// <summary>A thousand networks of each kind: about three minutes. Width and grid are the paper's in every preset.</summary>
    public static ShatteredGradientsOptions Full { get; } = new() { Networks = 1000 };

    /// <summary>Units N in a layer, even, 2 to 1,000. Default: 200, as in the paper.</summary>
    public int Width { get; init; } = 200;

    /// <summary>Points of the grid on [−2, 2], and number of unrelated inputs, 16 to 1,000. Default: 256, as in the paper.</summary>
    public int Points { get; init; } = 256;

    /// <summary>
    /// Depths L at which the networks are looked at, from 1, ascending, at most 100: hidden layers of plain networks, blocks of one layer
    /// of residual ones. Default: 1, 2, 3, 4, 6, 8, 12, 16, 24, 50.
    /// </summary>
    public IReadOnlyList<int> Depths { get; init; } = [1, 2, 3, 4, 6, 8, 12, 16, 24, 50];

    /// <summary>The depth of the plain networks that are drawn and judged, one of <see cref="Depths"/>. Default: 24, as in the
    /// paper.</summary>
    public int PlainDepth { get; init; } = 24;

    /// <summary>The depth of the residual networks that are drawn and judged, one of <see cref="Depths"/>. Default: 50, as in the
    /// paper.</summary>
    public int ResidualDepth { get; init; } = 50;

    /// <summary>The scale β of the branches of <see cref="NetworkWiring.ResidualRescaled"/>, above 0, at most 1. Default: 0.1.</summary>
    public double Beta { get; init; } = 0.1;

    /// <summary>
    /// Standard deviation of the first layer's biases, above 0, at most 10. The first layer's weights have 1. Without biases a ReLU
    /// network of one number is a straight line on either side of 0. Default: 1.
    /// </summary>
    public double BiasDeviation { get; init; } = 1;

    /// <summary>Standard deviation of the other layers' biases, 0 to 10. Default: 0, as He's initialisation has it.</summary>
    public double HiddenBiasDeviation { get; init; }

    /// <summary>Networks of each kind, 2 to 10,000. Default: 10.</summary>
    [Repetitions]
    public int Networks { get; init; } = 10;

    /// <summary>The seed of all weights. Default: 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many threads may work, at least 1; the result does not depend on it. Default: one a core.</summary>
    public int Threads { get; init; } = ParallelJobs.DefaultThreads;

    /// <summary>The points of the grid.</summary>
    internal double[] Grid => [.. Enumerable.Range(0, Points).Select(i => -2 + 4.0 * i / (Points - 1))];

    /// <summary>Checks every setting against its range.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range; the message says which, and what it may be.</exception>
    public void Validate()
    {
        if (Width is < 2 or > 1000 || Width % 2 == 1)
            throw new ArgumentException(Text.Format(GradientsText.ShatterBadShatteredWidth, Width));
        if (Points is < 16 or > 1000)
            throw new ArgumentException(Text.Format(GradientsText.ShatterBadPoints, Points));
        bool ascending = Depths.Zip(Depths.Skip(1)).All(pair => pair.First < pair.Second);
        if (Depths.Count < 2 || Depths[0] != 1 || Depths[^1] > 100 || !ascending)
            throw new ArgumentException(GradientsText.ShatterBadShatteredDepths);
        foreach (var depth in new[] { PlainDepth, ResidualDepth })
        {
            if (!Depths.Contains(depth))
                throw new ArgumentException(Text.Format(GradientsText.ShatterBadShownDepth, depth, string.Join(", ", Depths)));
        }

        if (!(Beta is > 0 and <= 1))
            throw new ArgumentException(Text.Format(GradientsText.ShatterBadBeta, Beta));
        if (!(BiasDeviation is > 0 and <= 10))
            throw new ArgumentException(Text.Format(GradientsText.ShatterBadBiasDeviation, BiasDeviation));
        if (!(HiddenBiasDeviation is >= 0 and <= 10))
            throw new ArgumentException(Text.Format(GradientsText.ShatterBadHiddenBiasDeviation, HiddenBiasDeviation));
        if (Networks is < 2 or > 10_000)
            throw new ArgumentException(Text.Format(GradientsText.ShatterBadShatteredNetworks, Networks));
        if (Threads < 1)
            throw new ArgumentException(Text.Format(GradientsText.ShatterBadShatteredThreads, Threads));
    }
}
