using Tortue.Display;

namespace Tortue.DepthScaling;

public sealed partial record AssumptionTableResult
{
    // Above it, or with an error that three decimals do not show, a ratio is told by its first digits alone.
    private const double Huge = 100;
    private const double Exact = 0.0005;

    /// <summary>(A2): one row for each model and activation, with the states at which it comes nearest to failing.</summary>
    public TextTable Table() => new(
        Text.Format(
            DepthScalingText.NetworksCaption,
            Options.Width,
            Options.Draws,
            Networks[0].Rows.Count,
            string.Join(", ", Options.Laws.Select(LawName))),
        DepthScalingText.NetworksHead.Split('|'),
        [.. Kinds().Select(kind => Fields([.. kind]))]);

    /// <summary>(A1): one row for each law.</summary>
    public TextTable LawTable() => new(
        Text.Format(
            DepthScalingText.LawsCaption,
            Options.Networks * AssumptionOne.PathsPerNetwork,
            AssumptionOne.Layers,
            AssumptionOne.LargestTail),
        DepthScalingText.LawsHead.Split('|'),
        [.. Laws.Select(Fields)]);

    private static IReadOnlyList<string> Fields(AssumptionTwoResult[] laws)
    {
        var shape = laws[0].Shape;
        return
        [
            Text.Format(DepthScalingText.AssumptionsOf, ChartWords.Model(shape.Model), shape.Activation),
            Ratio(laws.Select(network => network.Smallest).MinBy(row => row.MeanSquare)!),
            Ratio(laws.Select(network => network.Largest).MaxBy(row => row.MeanSquare)!),
            Text.Format("{0:G3}", laws.Max(network => network.Rows.Max(row => row.EighthMoment))),
            MomentConstant.Of(shape) is { } constant ? Text.Format("{0:G3}", constant) : DepthScalingText.NoConstant,
            Drawn(laws.All(network => network.IsSatisfied), laws.All(Agrees)),
            Reasoned(AssumptionTwo.WhyNot(shape)),
        ];
    }

    private static IReadOnlyList<string> Fields(AssumptionOneRow law) =>
    [
        LawName(law.Law),
        Text.Format(DepthScalingText.ValueError, law.Variance.Mean, law.Variance.StandardError),
        Text.Format(
            DepthScalingText.CorrelationCell, law.Correlation.Mean, law.Correlation.StandardError, AssumptionOne.Correlation(law.Law)),
        Text.Format(
            law.Rises ? DepthScalingText.RisingCell : DepthScalingText.ConstantCell,
            law.Largest.S,
            law.Largest.StandardError,
            law.Curve[^1].Lambda),
        Text.Format("{0:0.00000}", law.Tail.Mean),
        AssumptionOne.Constant(law.Law) is { } constant ? Text.Format("{0}", constant) : DepthScalingText.NoConstant,
        Drawn(law.IsSatisfied, Agrees(law)),
        Reasoned(AssumptionOne.WhyNot(law.Law)),
    ];

    private static string Ratio(AssumptionTwoRow row) => row.StandardError < Exact || row.MeanSquare >= Huge
        ? Text.Format(DepthScalingText.ExactRatioAt, row.MeanSquare, row.State)
        : Text.Format(DepthScalingText.RatioAt, row.MeanSquare, row.StandardError, row.State);

    private static string Drawn(bool holds, bool agrees)
    {
        var verdict = holds ? DepthScalingText.Satisfied : DepthScalingText.Violated;
        return agrees ? verdict : Text.Format(DepthScalingText.Disagree, verdict);
    }

    private static string Reasoned(string? whyNot) => whyNot is null ? DepthScalingText.Satisfied : DepthScalingText.Violated;
}
