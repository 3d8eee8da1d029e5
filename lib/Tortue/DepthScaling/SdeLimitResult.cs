using Tortue.Experiments;
using Tortue.Models;

namespace Tortue.DepthScaling;

/// <summary>What <see cref="SdeLimit"/> measured.</summary>
/// <param name="Options">The settings.</param>
/// <param name="Run">Seed, engine, version and time.</param>
/// <param name="Networks">One entry for each Brownian path.</param>
/// <param name="NetworkPaths">Networks of the first Brownian path and activation, each twice as deep as the one before.</param>
public sealed partial record SdeLimitResult(
    SdeLimitOptions Options,
    RunRecord Run,
    IReadOnlyList<SdeLimitNetwork> Networks,
    IReadOnlyList<HiddenPath> NetworkPaths)
    : IExperimentResult
{
    /// <summary>The strong order that the paper states.</summary>
    public const double ClaimedOrder = 0.5;

    /// <summary>The order of the strong error behind the last layer.</summary>
    /// <param name="activation">One of the settings' activations.</param>
    /// <param name="reference">To what the error is measured.</param>
    /// <exception cref="ArgumentException">It was not measured.</exception>
    public ConvergenceOrder Order(Activation activation, SdeReference reference) =>
        ConvergenceOrder.OfMeanSquare(Options.Depths, Last(activation, reference));

    /// <summary>The order of the strong error's largest value along the layers.</summary>
    /// <param name="activation">One of the settings' activations.</param>
    /// <param name="reference">To what the error is measured.</param>
    /// <exception cref="ArgumentException">It was not measured.</exception>
    public ConvergenceOrder OrderAlongTheLayers(Activation activation, SdeReference reference) =>
        ConvergenceOrder.OfMeanSquare(Options.Depths, Largest(activation, reference));

    /// <summary>The strong error behind the last layer, at each depth: the root mean square over the paths, over ‖h_0‖.</summary>
    /// <param name="activation">One of the settings' activations.</param>
    /// <param name="reference">To what the error is measured.</param>
    /// <exception cref="ArgumentException">It was not measured.</exception>
    public IReadOnlyList<double> StrongErrors(Activation activation, SdeReference reference)
    {
        var errors = Last(activation, reference);
        return [.. Enumerable.Range(0, Options.Depths.Count).Select(i => Math.Sqrt(errors.Average(own => own[i] * own[i])))];
    }

    /// <summary>
    /// The exact strong error behind the last layer for σ = identity. There E‖h_L‖² = (1 + 1/L)^L ‖h_0‖², and what a finer network on the
    /// same path adds is orthogonal to it on average, so that the mean square is the difference of two such numbers.
    /// </summary>
    /// <param name="depth">L.</param>
    /// <param name="finer">The depth of the network that the error is measured to, a multiple of L.</param>
    public static double ExactError(int depth, int finer) => Math.Sqrt(Math.Pow(1 + 1.0 / finer, finer) - Math.Pow(1 + 1.0 / depth, depth));

    /// <summary>
    /// Whether the strong error of every activation, measured in both ways, vanishes with the order that the paper states, the whole
    /// interval within <see cref="ConvergenceOrder.Margin"/> of it.
    /// </summary>
    public Verdict Verdict()
    {
        var judged = Measured().ToArray();
        var held = judged.Count(one => one.Order.IsEquivalentTo(ClaimedOrder));
        var along = Measured().Select(one => OrderAlongTheLayers(one.Activation, one.Reference).Mean).ToArray();
        return new(
            Experiments.Verdict.KindOf(held, judged.Length),
            Text.Format(
                DepthScalingText.SdeLimitSentence,
                Orders(SdeReference.Finest),
                Orders(SdeReference.Doubled),
                along.Min(),
                along.Max()),
            Text.Format(
                DepthScalingText.SdeLimitRule,
                ConvergenceOrder.Confidence,
                ClaimedOrder * (1 - ConvergenceOrder.Margin),
                ClaimedOrder * (1 + ConvergenceOrder.Margin),
                Networks.Count));

        string Orders(SdeReference reference) => string.Join(
            ", ",
            from one in judged
            where one.Reference == reference
            select Text.Format(DepthScalingText.LimitOneOrder, one.Activation, one.Order));
    }

    private IEnumerable<(Activation Activation, SdeReference Reference, ConvergenceOrder Order)> Measured() =>
        from reference in Enum.GetValues<SdeReference>()
        from activation in Options.Activations
        select (activation, reference, Order(activation, reference));

    private IReadOnlyList<double>[] Last(Activation activation, SdeReference reference) =>
        [.. Of(activation).Select(errors => reference == SdeReference.Finest ? errors.Last : errors.LastDoubled)];

    private IReadOnlyList<double>[] Largest(Activation activation, SdeReference reference) =>
        [.. Of(activation).Select(errors => reference == SdeReference.Finest ? errors.Largest : errors.LargestDoubled)];

    private SdeLimitErrors[] Of(Activation activation)
    {
        SdeLimitErrors[] found = [.. Networks.SelectMany(network => network.Errors).Where(errors => errors.Activation == activation)];
        return found.Length > 0 ? found : throw new ArgumentException(Text.Format(DepthScalingText.LimitNotMeasured, activation));
    }
}
