using Tortue.Data;

namespace Tortue.CriticalPeriods;

/// <summary>The training set as it looks under each deficit, and the test set, which has none; all normalised by the clean training
/// set.</summary>
internal sealed class LearnerSets
{
    private readonly Dictionary<Deficit, LabelledData> _training;

    private LearnerSets(Dictionary<Deficit, LabelledData> training, LabelledData test)
    {
        _training = training;
        Test = test;
    }

    /// <summary>Clean images that no network learns from.</summary>
    public LabelledData Test { get; }

    /// <summary>The training set under one of the deficits that were asked for; none is always there.</summary>
    public LabelledData this[Deficit deficit] => _training[deficit];

    /// <summary>The clean training set.</summary>
    public LabelledData Clean => this[Deficit.None];

    /// <summary>Makes or reads the images.</summary>
    /// <exception cref="DataNotFoundException">A real set is asked for and not there.</exception>
    public static LearnerSets Of(LearnerOptions options, IEnumerable<Deficit> deficits, ulong seed)
    {
        var (clean, test) = ImageSets.Make(options.Data, options.Examples, options.TestExamples, seed);
        var under = deficits.Append(Deficit.None).Distinct().ToDictionary(deficit => deficit, deficit => deficit.Apply(clean, seed));
        return new(under, test);
    }
}
