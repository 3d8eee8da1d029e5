using Tortue.Experiments;

namespace Tortue.DepthScaling;

/// <summary>What <see cref="BatchDependence"/> measured.</summary>
/// <param name="Options">The settings.</param>
/// <param name="Run">Seed, engine, version and time.</param>
/// <param name="Cells">Normalization on the branch, then of the state; batches in ascending size.</param>
public sealed partial record BatchDependenceResult(
    BatchDependenceOptions Options, RunRecord Run, IReadOnlyList<BatchDependenceCell> Cells) : IExperimentResult
{
    /// <summary>The smallest batch from which orders are fitted: below it variances are far from their limit, and the output
    /// saturates.</summary>
    public const int FirstFitted = 8;

    /// <summary>The order in N that is expected of means and variances of a batch.</summary>
    public const double ExpectedOrder = -0.5;

    /// <summary>How far the order may be from it, its interval of two standard errors included.</summary>
    public const double Margin = 0.1;

    /// <summary>The order in N of the spread over companions: each network's slope on two logarithmic axes, from N =
    /// <see cref="FirstFitted"/> on, and their mean.</summary>
    /// <param name="variant">Where it is normalized.</param>
    public MeanError CompanionsOrder(BatchNormVariant variant) => Order(variant, cell => cell.Companions);

    /// <summary>The order in N of the difference between training and inference, likewise.</summary>
    /// <param name="variant">Where it is normalized.</param>
    public MeanError InferenceOrder(BatchNormVariant variant) => Order(variant, cell => cell.Inference);

    /// <summary>Whether outputs depend on the batch as 1/√N, over companions and between training and inference, wherever the network is
    /// normalized.</summary>
    public Verdict Verdict()
    {
        (string Name, MeanError Order)[] orders =
        [
            .. from variant in BatchDependence.Variants
               from part in new[]
               {
                   (DepthScalingText.OrderCompanions, CompanionsOrder(variant)),
                   (DepthScalingText.OrderInference, InferenceOrder(variant)),
               }
               select (Text.Format(part.Item1, ChartWords.Normalized(variant)), part.Item2),
        ];
        var (smallest, middle, largest) = (Shares(Options.BatchSizes[0]), Shares(Middle), Shares(Options.BatchSizes[^1]));
        return new(
            Experiments.Verdict.KindOf(
                orders.Count(part => Math.Abs(part.Order.Mean - ExpectedOrder) + MeanError.Clear * part.Order.StandardError <= Margin),
                orders.Length),
            Text.Format(
                DepthScalingText.DependenceSentence,
                string.Join("; ", orders.Select(part =>
                    Text.Format(DepthScalingText.OrderMeasured, part.Name, part.Order.Mean, MeanError.Clear * part.Order.StandardError))),
                smallest,
                middle,
                largest),
            Text.Format(DepthScalingText.DependenceRule, FirstFitted, Margin, ExpectedOrder, Options.Networks));
    }

    private int Middle => Options.BatchSizes.MinBy(size => Math.Abs(size - 32));

    private IEnumerable<BatchDependenceCell> Of(BatchNormVariant variant) => Cells.Where(cell => cell.Variant == variant);

    private string Shares(int size) => Text.Format(
        DepthScalingText.ShareAtSize, size, 100 * Of(BatchNormVariant.Branch).Single(cell => cell.BatchSize == size).MeanCompanions().Mean);

    private MeanError Order(BatchNormVariant variant, Func<BatchDependenceCell, IReadOnlyList<double>> values)
    {
        var fitted = Of(variant).Where(cell => cell.BatchSize >= FirstFitted).ToArray();
        double[] sizes = [.. fitted.Select(cell => (double)cell.BatchSize)];
        return MeanError.Of(Enumerable.Range(0, Options.Networks).Select(network =>
            LogLogSlope.Of(sizes, [.. fitted.Select(cell => values(cell)[network])])));
    }
}
