using Tortue.Experiments;

namespace Tortue.DepthScaling;

/// <summary>What <see cref="BoundQuantiles"/> measured.</summary>
/// <param name="Options">The settings.</param>
/// <param name="Run">Seed, engine, version and time.</param>
/// <param name="Cells">One measurement for each β, d and L, in the settings' order.</param>
public sealed partial record BoundQuantilesResult(
    BoundQuantilesOptions Options, RunRecord Run, IReadOnlyList<BoundTightnessCell> Cells)
    : IExperimentResult
{
    /// <summary>The same networks asked about another probability of failure.</summary>
    /// <param name="delta">δ, strictly between 0 and 1, and not too small for the number of networks.</param>
    /// <exception cref="ArgumentException">δ is out of its range.</exception>
    public BoundQuantilesResult At(double delta)
    {
        var options = Options with { Delta = delta };
        options.Validate();
        return this with { Options = options };
    }

    /// <summary>
    /// Whether every statement holds for at least 1 − δ of the networks wherever it applies, how far the bounds lie from the networks, and
    /// where they say anything.
    /// </summary>
    /// <remarks>
    /// Bounds as loose as these hold for all networks of a sample. So the verdict hangs on the number of networks only through the limit:
    /// all of 50 show a share above 0.92, all of 200 one above 0.98.
    /// </remarks>
    public Verdict Verdict()
    {
        var judged = (
            from cell in Cells
            from bound in HiddenStateBounds.Statements(cell.Shape, Options.Delta)
            where bound.Applies
            select (Share: cell.Within(bound), Bound: bound)).ToArray();
        var shown = judged.Count(pair => pair.Share.AtLeast >= 1 - Options.Delta);
        var broken = judged.Count(pair => pair.Share.AtMost < 1 - Options.Delta);
        var lower = judged.Where(pair => pair.Bound.Lower is not null).ToArray();
        var bites = HiddenStateBounds.SmallestWidthThatBites(Options.Delta);
        return new(
            judged.Length == 0 ? VerdictKind.NotReproduced : Experiments.Verdict.KindOf(shown, judged.Length),
            Text.Format(
                DepthScalingText.QuantilesHeld,
                shown,
                judged.Length,
                broken,
                RoomSentence(),
                lower.Count(pair => pair.Bound.LowerIsVacuous),
                lower.Length,
                Options.Delta,
                bites,
                DepthAsked(bites)),
            Text.Format(DepthScalingText.QuantilesRule, Options.Networks));
    }

    /// <summary>How many times the lowest upper bound that applies lies above the networks' 1 − δ quantile, in each cell that has
    /// one.</summary>
    public IEnumerable<double> UpperRoom() =>
        from cell in Cells
        let bounds = HiddenStateBounds.Statements(cell.Shape, Options.Delta).Where(bound => bound is { Applies: true, Upper: not null })
        where bounds.Any()
        select bounds.Min(bound => bound.Upper!.Value) / SampleSummary.Quantile(cell.SquaredChanges, 1 - Options.Delta);

    private string RoomSentence()
    {
        double[] room = [.. UpperRoom()];
        return room.Length == 0 ? "" : Text.Format(DepthScalingText.QuantilesRoom, room.Min(), room.Max());
    }

    // The depth that Corollary 4 (iii) asks for at the width from which on it says something.
    private string DepthAsked(int width)
    {
        var shape = Options.Network with { Width = Math.Min(width, ResidualShape.LargestWidth), Beta = 0.5 };
        return width > ResidualShape.LargestWidth || MomentConstant.Of(shape) is null
            ? ""
            : Text.Format(DepthScalingText.QuantilesDepth, Math.Ceiling(HiddenStateBounds.SmallestDepth(shape)));
    }
}
