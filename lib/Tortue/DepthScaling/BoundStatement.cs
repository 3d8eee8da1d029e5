namespace Tortue.DepthScaling;

/// <summary>What a proposition says of ‖h_L − h_0‖² / ‖h_0‖² for given numbers.</summary>
/// <param name="Source">Which proposition.</param>
/// <param name="Delta">The probability δ with which the bound may fail.</param>
/// <param name="MissingHypotheses">Which of its hypotheses do not hold, in words; none when it applies.</param>
/// <param name="Lower">With probability at least 1 − δ the ratio is above this, if the proposition applies; null where it has no lower
/// bound.</param>
/// <param name="Upper">With probability at least 1 − δ the ratio is below this, if the proposition applies; null where it has no upper
/// bound.</param>
public sealed record BoundStatement(
    string Source, double Delta, IReadOnlyList<string> MissingHypotheses, double? Lower, double? Upper)
{
    /// <summary>Whether all hypotheses hold.</summary>
    public bool Applies => MissingHypotheses.Count == 0;

    /// <summary>Whether the lower bound says nothing, as it is not above 0 and a squared norm never is below.</summary>
    public bool LowerIsVacuous => Lower is <= 0;

    /// <summary>The statement in one line.</summary>
    public override string ToString()
    {
        if (!Applies)
            return Text.Format(DepthScalingText.BoundDoesNotApply, Source, string.Join("; ", MissingHypotheses));
        var sentence = Text.Format(
            DepthScalingText.BoundApplies,
            Source,
            1 - Delta,
            Lower is { } lower ? Text.Format(DepthScalingText.BoundBelow, lower) : "",
            Upper is { } upper ? Text.Format(DepthScalingText.BoundAbove, upper) : "");
        return LowerIsVacuous ? sentence + DepthScalingText.BoundVacuous : sentence;
    }
}
