using Tortue.Display;
using Tortue.Experiments;

namespace Tortue.DropoutRegularization;

/// <summary>What <see cref="DropoutDiagnostics"/> measured.</summary>
/// <param name="Options">The settings.</param>
/// <param name="Run">Seed, engine, version and time.</param>
/// <param name="Data">What was learnt.</param>
/// <param name="Courses">One for each network: those without dropout, then those with it, each by seed.</param>
[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed partial record DropoutDiagnosticsResult(
    DropoutDiagnosticsOptions Options, RunRecord Run, string Data, IReadOnlyList<DiagnosticCourse> Courses) : IExperimentResult
{
    /// <summary>The networks of one kind, by seed.</summary>
    /// <param name="dropout">Whether those with dropout are meant.</param>
    public IReadOnlyList<DiagnosticCourse> Of(bool dropout) =>
        [.. Courses.Where(course => course.Rate > 0 == dropout).OrderBy(course => course.Seed)];

    /// <summary>The step at which the networks with dropout, which were nearer to the gradient of all data, become farther from it, and
    /// stay so at all later checkpoints, on the mean of the networks; between two checkpoints on a straight line over the logarithm of the step.
    /// Null where that does not happen.</summary>
    public double? Crossing()
    {
        double[] gaps =
        [
            .. Steps.Select((_, i) => Pairs().Average(pair => pair.With.Looks[i].DirectionError - pair.Without.Looks[i].DirectionError)),
        ];
        int from = Array.FindLastIndex(gaps, gap => gap <= 0) + 1;
        if (from == 0 || from == gaps.Length)
            return null;
        double share = gaps[from - 1] / (gaps[from - 1] - gaps[from]);
        return Steps[from - 1] * Math.Pow((double)Steps[from] / Steps[from - 1], share);
    }

    /// <summary>The figure, as notebooks show it.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => Figure().ToMimeBundle();

    /// <summary>The figure as a piece of HTML that draws itself.</summary>
    public string ToHtml() => Figure().ToHtml();

    private int[] Steps => [.. Courses[0].Looks.Select(look => look.Step)];

    // Networks of the same seed; of a run under way, those of which both are done.
    private IEnumerable<(DiagnosticCourse With, DiagnosticCourse Without)> Pairs() =>
        from with in Of(dropout: true)
        join without in Of(dropout: false) on with.Seed equals without.Seed
        select (with, without);

    private bool IsEarly(DiagnosticLook look) => EarlyShare * look.Step <= Options.Steps;

    private bool IsLate(DiagnosticLook look) => LateShare * look.Step >= Options.Steps;

    // With dropout against without, on the mean of the checkpoints of a part of the training: over the networks.
    private MeanError Contrast(Func<DiagnosticLook, double> value, Func<DiagnosticLook, bool> part) => MeanError.Of(
        Pairs().Select(pair => pair.With.Looks
            .Zip(pair.Without.Looks)
            .Where(looks => part(looks.First))
            .Average(looks => value(looks.First) - value(looks.Second))));

    private static int Sign(MeanError difference) =>
        difference.IsClearlyAboveZero() ? 1 : (difference with { Mean = -difference.Mean }).IsClearlyAboveZero() ? -1 : 0;
}
