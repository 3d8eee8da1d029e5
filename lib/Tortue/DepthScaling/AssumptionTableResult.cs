using Tortue.Experiments;
using Tortue.Models;

namespace Tortue.DepthScaling;

/// <summary>What <see cref="AssumptionTable"/> measured.</summary>
/// <param name="Options">The settings.</param>
/// <param name="Run">Seed, engine, version and time.</param>
/// <param name="Networks">(A2) for each model, activation and law of weights.</param>
/// <param name="Laws">(A1) for each law of an entry.</param>
public sealed partial record AssumptionTableResult(
    AssumptionTableOptions Options, RunRecord Run, IReadOnlyList<AssumptionTwoResult> Networks, IReadOnlyList<AssumptionOneRow> Laws)
    : IExperimentResult
{
    /// <summary>For which networks Proposition 4.1 holds, and whether drawing and reasoning agree.</summary>
    /// <remarks>
    /// Three standard errors are allowed where a mean is estimated: networks that meet a bound with equality, as res-3 does with ReLU (½)
    /// and with the identity (1), would else fail half the time. With six states and two laws the four rows of equality are asked 24
    /// times: about one seed in thirty lets one of them fail by chance.
    /// </remarks>
    public Verdict Verdict()
    {
        var kinds = Kinds().ToArray();
        var held = kinds.Where(kind => kind.All(network => network.IsSatisfied && IsReasoned(network))).ToArray();
        string[] disagreeing =
        [
            .. Networks.Where(network => !Agrees(network)).Select(Name),
            .. Laws.Where(law => !Agrees(law)).Select(law => LawName(law.Law)),
        ];
        return new(
            Experiments.Verdict.KindOf(held.Length, kinds.Length),
            Text.Format(
                DepthScalingText.AssumptionsHold,
                kinds.Length,
                held.Length,
                string.Join("; ", Enum.GetValues<ResidualModel>().Select(model => Text.Format(
                    DepthScalingText.AssumptionsOf,
                    ChartWords.Model(model),
                    Listed(
                        held.Where(kind => kind.Key.Model == model).Select(kind => kind.Key.Activation.Name),
                        DepthScalingText.NoActivation)))),
                Listed(Laws.Where(law => law.IsSatisfied).Select(law => LawName(law.Law)), DepthScalingText.NoLaw),
                Listed(Laws.Where(law => !law.IsSatisfied).Select(law => LawName(law.Law)), DepthScalingText.NoLaw),
                disagreeing.Length == 0
                    ? Text.Format(DepthScalingText.AllAgree, Networks.Count + Laws.Count)
                    : Text.Format(DepthScalingText.SomeDisagree, string.Join("; ", disagreeing))),
            Text.Format(DepthScalingText.AssumptionsRule, AssumptionTwoResult.LargestConstant, AssumptionOne.Precision));
    }

    // Networks that differ in the law of their weights alone.
    private IEnumerable<IGrouping<(ResidualModel Model, Activation Activation), AssumptionTwoResult>> Kinds() =>
        Networks.GroupBy(network => (network.Shape.Model, network.Shape.Activation));

    private static bool IsReasoned(AssumptionTwoResult network) => AssumptionTwo.WhyNot(network.Shape) is null;

    private static bool Agrees(AssumptionTwoResult network) => network.IsSatisfied == IsReasoned(network);

    private static bool Agrees(AssumptionOneRow law) => law.IsSatisfied == AssumptionOne.WhyNot(law.Law) is null;

    private static string Name(AssumptionTwoResult network) => Text.Format(
        DepthScalingText.NetworkOfLaw, ChartWords.Model(network.Shape.Model), network.Shape.Activation, LawName(network.Shape.Law));

    private static string LawName(WeightLaw law) => LawName(law == WeightLaw.Uniform ? EntryLaw.Uniform : EntryLaw.Normal);

    private static string LawName(EntryLaw law) => law switch
    {
        EntryLaw.Uniform => DepthScalingText.EntryUniform,
        EntryLaw.Normal => DepthScalingText.EntryNormal,
        EntryLaw.Laplace => DepthScalingText.EntryLaplace,
        EntryLaw.StudentT => DepthScalingText.EntryStudent,
        EntryLaw.Smooth => DepthScalingText.EntrySmooth,
        EntryLaw.Rough => DepthScalingText.EntryRough,
        _ => DepthScalingText.EntryPersistent,
    };

    private static string Listed(IEnumerable<string> names, string none) =>
        string.Join(", ", names) is { Length: > 0 } listed ? listed : none;
}
