using Tortue.DropoutRegularization;
using Tortue.Experiments;
using Xunit;

namespace Tortue.Tests.DropoutRegularization;

/// <summary>What made-up courses of gradients get told.</summary>
public sealed class DiagnosticsVerdictTests
{
    private static readonly DropoutDiagnosticsOptions Options = new() { Steps = 1000, Runs = 4 };
    private static readonly int[] Steps = [1, 10, 100, 200, 400, 1000];

    [Fact]
    public void The_paper_s_picture_is_reproduced()
    {
        var result = Made();

        Assert.Equal(VerdictKind.Reproduced, result.Verdict().Kind);
        Assert.Contains("4 of 4 claims hold", result.Verdict().Sentence, StringComparison.Ordinal);
        Assert.Contains("better without dropout", result.Verdict().Sentence, StringComparison.Ordinal);
        Assert.Contains("Direction error: lower early, higher late", Words(result), StringComparison.Ordinal);
    }

    [Fact]
    public void The_opposite_of_it_is_not_reproduced()
    {
        var result = Made(norm: (1.2, 1.3), distance: (0.9, 0.8), variance: (0.1, 0.1), error: (0.1, -0.1), accuracy: 0.05);

        Assert.All(
            new[] { result.NormVerdict(), result.DistanceVerdict(), result.VarianceVerdict(), result.ErrorVerdict(), result.Verdict() },
            verdict => Assert.Equal(VerdictKind.NotReproduced, verdict.Kind));
        Assert.Contains("better with dropout", result.Verdict().Sentence, StringComparison.Ordinal);
        Assert.Contains("do not cross", result.ErrorVerdict().Sentence, StringComparison.Ordinal);
        Assert.Contains("Direction error: higher early, lower late", Words(result), StringComparison.Ordinal);
    }

    [Fact]
    public void One_of_early_and_late_holds_in_part()
    {
        Assert.Equal(VerdictKind.PartlyReproduced, Made(norm: (1.2, 0.8)).NormVerdict().Kind);
        Assert.Equal(VerdictKind.PartlyReproduced, Made(distance: (1.2, 0.8)).DistanceVerdict().Kind);
        Assert.Equal(VerdictKind.PartlyReproduced, Made(error: (0.1, 0.1)).ErrorVerdict().Kind);
        Assert.Equal(VerdictKind.PartlyReproduced, Made(norm: (1.2, 0.8)).Verdict().Kind);
    }

    [Fact]
    public void A_panel_s_title_says_what_the_verdict_says_where_late_lengths_are_longer()
    {
        // In absolute terms the one checkpoint of length 100 would outweigh all others.
        var result = Made(norm: (1.1, 1.1));
        result = result with
        {
            Courses =
            [
                .. result.Courses.Select(course => course with
                {
                    Looks = [.. course.Looks.Select(look => look.Step == 100 ? look with { Norm = course.Rate > 0 ? 99 : 100 } : look)],
                }),
            ],
        };

        Assert.Equal(VerdictKind.NotReproduced, result.NormVerdict().Kind);
        Assert.Contains("Gradient norm: higher, early and late", Words(result), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bias_is_told_from_none()
    {
        Assert.Equal(VerdictKind.Reproduced, Made(alignment: (-0.1, -0.2)).BiasVerdict().Kind);
        Assert.Equal(VerdictKind.PartlyReproduced, Made(alignment: (0, -0.2)).BiasVerdict().Kind);
        Assert.Equal(VerdictKind.NotReproduced, Made(alignment: (0.1, double.NaN)).BiasVerdict().Kind);
    }

    [Fact]
    public void The_variance_late_does_not_count()
    {
        Assert.Equal(VerdictKind.Reproduced, Made(variance: (-0.1, 0.3)).VarianceVerdict().Kind);
        Assert.Equal(VerdictKind.NotReproduced, Made(variance: (0.1, -0.3)).VarianceVerdict().Kind);
    }

    [Fact]
    public void Networks_that_differ_among_themselves_decide_nothing()
    {
        // The first pair of four is the other way round.
        var result = Made(sign: run => run == 0 ? -1.5 : 1);

        Assert.Equal(VerdictKind.NotReproduced, result.Verdict().Kind);
        Assert.Contains("Direction error: alike, early and late", Words(result), StringComparison.Ordinal);
        Assert.Contains("cannot be told", result.Verdict().Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Differences_that_are_the_same_in_all_pairs_count_however_much_seeds_differ()
    {
        // Seeds scatter a hundred times more than what dropout does.
        var result = Made(norm: (0.99, 0.99), spread: 1);

        Assert.Equal(VerdictKind.Reproduced, result.NormVerdict().Kind);
        Assert.StartsWith(
            "With dropout the gradient norm is −1.0 ± 0.0 % early and −1.0 ±", result.NormVerdict().Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Curves_cross_where_a_straight_line_between_checkpoints_is_0()
    {
        // −0.1 up to step 100, +0.1 from step 400 on, 0 at step 200.
        Assert.Equal(200, Made().Crossing()!.Value, 1e-6);
        Assert.Null(Made(error: (-0.1, -0.1)).Crossing());
        Assert.Null(Made(error: (0.1, 0.2)).Crossing());
        Assert.Null(Made(error: (0.1, -0.2)).Crossing());

        // Between −0.1 at step 100 and +0.3 at step 200 + …: with 0.1 at 200, halfway on the logarithm.
        Assert.Equal(Math.Sqrt(100 * 200), Made(error: (-0.1, 0.3)).Crossing()!.Value, 1e-6);
    }

    // Factors of lengths and differences of directions, early (to step 100) and late (from step 400); at step 200 the mean of both.
    private static DropoutDiagnosticsResult Made(
        (double Early, double Late)? norm = null,
        (double Early, double Late)? distance = null,
        (double Early, double Late)? variance = null,
        (double Early, double Late)? error = null,
        (double Early, double Late)? alignment = null,
        double accuracy = -0.05,
        double spread = 0.01,
        Func<int, double>? sign = null)
    {
        double At((double Early, double Late) values, int step) =>
            step <= 100 ? values.Early : step >= 400 ? values.Late : (values.Early + values.Late) / 2;
        DiagnosticCourse Course(bool dropout, int run)
        {
            double weight = dropout ? sign?.Invoke(run) ?? 1 : 0, shift = spread * run;
            return new(dropout ? 0.1 : 0, (ulong)run + 1, 0.9, 0.8 + (weight * accuracy) + (0.001 * run), [
                .. Steps.Select(step => new DiagnosticLook(
                    step,
                    1,
                    (1 + shift) * Math.Pow(At(norm ?? (0.8, 0.9), step), weight),
                    (1 + shift) * Math.Pow(At(distance ?? (1.1, 1.2), step), weight),
                    0.5 + (0.01 * shift) + (weight * At(variance ?? (-0.1, 0.1), step)),
                    0.5 + (0.01 * shift) + (weight * At(error ?? (-0.1, 0.1), step)),
                    1 + (0.01 * shift) + (weight * At(alignment ?? (0, 0), step)))),
            ]);
        }

        return new(
            Options,
            new(1, "made up", "0", DateTimeOffset.UnixEpoch, 0, 1),
            "made up",
            [.. Enumerable.Range(0, 4).Select(run => Course(false, run)), .. Enumerable.Range(0, 4).Select(run => Course(true, run))]);
    }

    // Titles of panels are broken into lines.
    private static string Words(DropoutDiagnosticsResult result) =>
        result.Figure().ToJson().Replace("<br>", " ", StringComparison.Ordinal).Replace("\\u003Cbr\\u003E", " ", StringComparison.Ordinal);
}
