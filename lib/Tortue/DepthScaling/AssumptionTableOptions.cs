using Tortue.Experiments;
using Tortue.Models;

namespace Tortue.DepthScaling;

/// <summary>The settings of <see cref="AssumptionTable"/>.</summary>
public sealed record AssumptionTableOptions : IExperimentOptions<AssumptionTableOptions>
{
    /// <summary>2,000 draws for (A2), the numbers of 4 networks for (A1): about two seconds on two cores.</summary>
    public static AssumptionTableOptions Quick { get; } = new();

    /// <summary>20,000 draws, 40 networks: about ten seconds on two cores.</summary>
    public static AssumptionTableOptions Standard { get; } = new() { Draws = 20_000, Networks = 40 };

    /// <summary>100,000 draws, 200 networks: about a minute on two cores.</summary>
    public static AssumptionTableOptions Full { get; } = new() { Draws = ResidualShape.LargestDepth, Networks = 200 };

    /// <summary>
    /// The activations: relu, identity, tanh or leaky_relu(slope), each only once. Default: relu, leaky_relu(0.1), leaky_relu(0.8),
    /// identity, tanh.
    /// </summary>
    public IReadOnlyList<Activation> Activations { get; init; } =
        [Activation.Relu, Activation.LeakyRelu(0.1), Activation.LeakyRelu(0.8), Activation.Identity, Activation.Tanh];

    /// <summary>The laws of the weights and biases in g, for (A2), each only once. Default: uniform, normal.</summary>
    public IReadOnlyList<WeightLaw> Laws { get; init; } = [WeightLaw.Uniform, WeightLaw.Normal];

    /// <summary>The laws of an entry of √d V, for (A1), each only once. Default: all that are known here.</summary>
    public IReadOnlyList<EntryLaw> EntryLaws { get; init; } = Enum.GetValues<EntryLaw>();

    /// <summary>The width d of the networks, 1 to <see cref="ResidualShape.LargestWidth"/>. Default: 40.</summary>
    public int Width { get; init; } = 40;

    /// <summary>How often the weights in g are drawn for each state, 2 to <see cref="ResidualShape.LargestDepth"/>. Default:
    /// 2,000.</summary>
    public int Draws { get; init; } = 2000;

    /// <summary>
    /// How many networks' worth of entries are drawn for (A1), <see cref="AssumptionOne.PathsPerNetwork"/> paths of
    /// <see cref="AssumptionOne.Layers"/> layers each, 2 to 10,000. Default: 4.
    /// </summary>
    [Repetitions]
    public int Networks { get; init; } = 4;

    /// <summary>The seed. Default: 10.</summary>
    public ulong Seed { get; init; } = 10;

    /// <summary>How many threads may work, at least 1; the result does not depend on it. Default: one a core.</summary>
    public int Threads { get; init; } = ParallelJobs.DefaultThreads;

    private const int MostNetworks = 10_000;

    /// <summary>Checks every setting against its range.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range; the message says which, and what it may be.</exception>
    public void Validate()
    {
        if (Activations.Count == 0 || Activations.Distinct().Count() < Activations.Count)
            throw new ArgumentException(DepthScalingText.BadActivations);
        if (Laws.Count == 0 || Laws.Distinct().Count() < Laws.Count
            || EntryLaws.Count == 0 || EntryLaws.Distinct().Count() < EntryLaws.Count || !EntryLaws.All(Enum.IsDefined))
        {
            throw new ArgumentException(DepthScalingText.BadLaws);
        }

        if (Draws is < 2 or > ResidualShape.LargestDepth)
            throw new ArgumentException(Text.Format(DepthScalingText.BadDraws, Draws, ResidualShape.LargestDepth));
        if (Networks is < 2 or > MostNetworks)
            throw new ArgumentException(Text.Format(DepthScalingText.BadBlocks, Networks, MostNetworks));
        if (Threads < 1)
            throw new ArgumentException(Text.Format(DepthScalingText.BadThreads, Threads));
        foreach (var shape in Shapes())
            shape.Validate();
    }

    /// <summary>One shape for each model, activation and law; of res-1, where no weights are in g, the first law stands for all.</summary>
    internal IEnumerable<ResidualShape> Shapes() =>
        from model in Enum.GetValues<ResidualModel>()
        from activation in Activations
        from law in model == ResidualModel.Res1 ? Laws.Take(1) : Laws
        select new ResidualShape { Model = model, Activation = activation, Law = law, Width = Width, Depth = Draws };
}
