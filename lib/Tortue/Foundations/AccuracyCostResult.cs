using Tortue.Charts;
using Tortue.Display;
using Tortue.Experiments;

namespace Tortue.Foundations;

/// <summary>What <see cref="AccuracyCost"/> measured.</summary>
/// <param name="Options">The settings.</param>
/// <param name="Run">Seed, engine, version and time.</param>
/// <param name="Rows">One for each network.</param>
[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed record AccuracyCostResult(AccuracyCostOptions Options, RunRecord Run, IReadOnlyList<AccuracyCostRow> Rows)
    : IExperimentResult
{
    /// <summary>Accuracy over parameters on the left, over operations on the right.</summary>
    public Figure Figure() => Charts.Figure.Row(
            Panel(row => row.Parameters).XAxis(FoundationsText.ParametersAxis, AxisScale.Log),
            Panel(row => row.Operations).XAxis(FoundationsText.OperationsAxis, AxisScale.Log))
        .SharingYAxis()
        .WithTitle(Verdict().Kind == VerdictKind.Reproduced ? FoundationsText.CostTitleHolds : FoundationsText.CostTitle)
        .Subtitle(Text.Format(FoundationsText.CostSubtitle, Options.Examples, Options.Side, Options.Epochs, Options.Runs));

    /// <summary>Whether a convolutional network with fewer parameters than the best of the others is more accurate.</summary>
    public Verdict Verdict()
    {
        var dense = Rows.Where(row => !row.IsConvolutional).MaxBy(row => row.Accuracy)!;
        var smaller = Rows.Where(row => row.IsConvolutional && row.Parameters < dense.Parameters).MaxBy(row => row.Accuracy);
        bool held = smaller is not null && smaller.Accuracy > dense.Accuracy;
        var best = smaller ?? dense;
        return new(
            held ? VerdictKind.Reproduced : VerdictKind.NotReproduced,
            Text.Format(
                FoundationsText.CostHeld, best.Network, best.Parameters, best.Accuracy, dense.Network, dense.Parameters, dense.Accuracy),
            FoundationsText.CostRule);
    }

    /// <summary>The figure, as notebooks show it.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => Figure().ToMimeBundle();

    /// <summary>The figure as a piece of HTML that draws itself.</summary>
    public string ToHtml() => Figure().ToHtml();

    // A family of networks is a series: its members differ in width.
    private Figure Panel(Func<AccuracyCostRow, long> cost)
    {
        var figure = Charts.Figure.Titled("").YAxis(FoundationsText.AccuracyAxis, min: 0, max: 1);
        foreach (var family in Rows.GroupBy(row => row.Network.Split(' ')[0]))
            figure = figure.Line(family.Select(cost), family.Select(row => row.Accuracy), family.Key);
        return figure;
    }
}
