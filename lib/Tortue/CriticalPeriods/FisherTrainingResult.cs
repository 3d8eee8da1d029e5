using Tortue.Display;
using Tortue.Experiments;

namespace Tortue.CriticalPeriods;

/// <summary>What <see cref="FisherTraining"/> measured.</summary>
/// <param name="Options">The settings.</param>
/// <param name="Run">Seed, engine, version and time.</param>
/// <param name="Classes">Number of classes; guessing is right once in so many.</param>
/// <param name="Courses">One for each network: without deficit, blurred, blurred at first, others; then by seed.</param>
[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed partial record FisherTrainingResult(
    FisherTrainingOptions Options, RunRecord Run, int Classes, IReadOnlyList<FisherCourse> Courses) : IExperimentResult
{
    /// <summary>The trainings of one kind, by seed.</summary>
    /// <param name="deficit">One of the deficits of the run.</param>
    /// <param name="lifted">Whether it was lifted.</param>
    public IReadOnlyList<FisherCourse> Of(Deficit deficit, bool lifted = false) =>
        [.. Courses.Where(course => course.Deficit == deficit && course.Lifted == lifted).OrderBy(course => course.Seed)];

    /// <summary>The figure, as notebooks show it.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => Figure().ToMimeBundle();

    /// <summary>The figure as a piece of HTML that draws itself.</summary>
    public string ToHtml() => Figure().ToHtml();

    private IReadOnlyList<int> Epochs => [.. Courses[0].Looks.Select(look => look.Epoch)];

    /// <summary>The layers in three parts from the input on, the middle one with what is left over: the number of the part.</summary>
    private static int Part(int layer, int layers) => layer < layers / 3 ? 0 : layer < layers - layers / 3 ? 1 : 2;

    private static double[] PartShares(FisherLook look, bool relative = false)
    {
        var sums = new double[3];
        foreach (var (layer, share) in look.Shares(relative).Index())
            sums[Part(layer, look.LayerTraces.Count)] += share;
        return sums;
    }
}
