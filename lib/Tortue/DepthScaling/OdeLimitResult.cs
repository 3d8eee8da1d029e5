using Tortue.Experiments;
using Tortue.Models;

namespace Tortue.DepthScaling;

/// <summary>What <see cref="OdeLimit"/> measured.</summary>
/// <param name="Options">The settings.</param>
/// <param name="Run">Seed, engine, version and time.</param>
/// <param name="Networks">One entry for each random function.</param>
/// <param name="Solution">The solution of the first function, for the first model and activation.</param>
/// <param name="NetworkPaths">Networks of the same function, model and activation, of growing depth.</param>
public sealed partial record OdeLimitResult(
    OdeLimitOptions Options,
    RunRecord Run,
    IReadOnlyList<OdeLimitNetwork> Networks,
    HiddenPath Solution,
    IReadOnlyList<HiddenPath> NetworkPaths)
    : IExperimentResult
{
    /// <summary>The order that the paper states.</summary>
    public const double ClaimedOrder = 1;

    /// <summary>The reference solution is trusted when its own error is below this share of the deepest networks' error.</summary>
    public const double ReferenceShare = 0.01;

    /// <summary>The order of the largest error along the layers: each network's own, and what their mean can be trusted.</summary>
    /// <param name="model">One of the settings' models.</param>
    /// <param name="activation">One of the settings' activations.</param>
    /// <exception cref="ArgumentException">It was not measured.</exception>
    public ConvergenceOrder Order(ResidualModel model, Activation activation) => Order(Of(model, activation), errors => errors.Largest);

    /// <summary>The order of the error behind the last layer, ‖h_L − H_1‖.</summary>
    /// <param name="model">One of the settings' models.</param>
    /// <param name="activation">One of the settings' activations.</param>
    /// <exception cref="ArgumentException">It was not measured.</exception>
    public ConvergenceOrder OrderAtTheEnd(ResidualModel model, Activation activation) =>
        Order(Of(model, activation), errors => errors.Last);

    /// <summary>The largest share, over the networks, of the reference solution's own error in that of the deepest network.</summary>
    /// <param name="model">One of the settings' models.</param>
    /// <param name="activation">One of the settings' activations.</param>
    /// <exception cref="ArgumentException">It was not measured.</exception>
    public double ReferenceError(ResidualModel model, Activation activation) =>
        Of(model, activation).Max(errors => errors.Reference / errors.Largest[^1]);

    /// <summary>
    /// Whether the error of every model and activation vanishes with the order that the paper states, the whole interval within <see
    /// cref="ConvergenceOrder.Margin"/> of it.
    /// </summary>
    public Verdict Verdict()
    {
        var kinds = Options.Variants();
        var held = kinds.Count(kind => Holds(kind.Model, kind.Activation));
        var (model, activation) = kinds[0];
        var ends = kinds.Select(kind => OrderAtTheEnd(kind.Model, kind.Activation).Mean).ToArray();
        return new(
            Experiments.Verdict.KindOf(held, kinds.Count),
            Text.Format(
                DepthScalingText.OdeLimitSentence,
                string.Join(", ", kinds.Select(kind => Text.Format(
                    DepthScalingText.LimitOneOrder, Name(kind.Model, kind.Activation), Order(kind.Model, kind.Activation)))),
                ends.Min(),
                ends.Max(),
                kinds.Max(kind => ReferenceError(kind.Model, kind.Activation)),
                Options.Depths[^1],
                Name(model, activation),
                Networks.Average(network => network.IndependentChange[^1]),
                Of(model, activation).Average(errors => errors.Change)),
            Text.Format(
                DepthScalingText.OdeLimitRule,
                Options.FitFrom,
                ConvergenceOrder.Confidence,
                ClaimedOrder * (1 - ConvergenceOrder.Margin),
                ClaimedOrder * (1 + ConvergenceOrder.Margin),
                ReferenceShare,
                Networks.Count));
    }

    private bool Holds(ResidualModel model, Activation activation) =>
        Order(model, activation).IsEquivalentTo(ClaimedOrder) && ReferenceError(model, activation) < ReferenceShare;

    private IReadOnlyList<OdeLimitErrors> Of(ResidualModel model, Activation activation)
    {
        OdeLimitErrors[] found =
        [
            .. from network in Networks
               from errors in network.Errors
               where errors.Model == model && errors.Activation == activation
               select errors,
        ];
        return found.Length > 0
            ? found
            : throw new ArgumentException(Text.Format(DepthScalingText.LimitNotMeasured, Name(model, activation)));
    }

    private ConvergenceOrder Order(IReadOnlyList<OdeLimitErrors> networks, Func<OdeLimitErrors, IReadOnlyList<double>> errors)
    {
        int[] fitted = [.. Enumerable.Range(0, Options.Depths.Count).Where(i => Options.Depths[i] >= Options.FitFrom)];
        return ConvergenceOrder.OfEach(
            [.. fitted.Select(i => Options.Depths[i])],
            networks.Select(network => (IReadOnlyList<double>)[.. fitted.Select(i => errors(network)[i])]));
    }

    private static string Name(ResidualModel model, Activation activation) =>
        Text.Format(DepthScalingText.LimitKind, ChartWords.Model(model), activation);
}
