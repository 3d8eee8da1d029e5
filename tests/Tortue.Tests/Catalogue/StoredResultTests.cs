using Tortue.Catalogue;
using Tortue.Experiments;
using Tortue.Testing;
using Xunit;

namespace Tortue.Tests.Catalogue;

/// <summary>The results in data/results can be read by this version, and are what their names say.</summary>
public sealed class StoredResultTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "data", "results");

    /// <summary>Results of other settings than a preset's, NAME.WHAT.json.</summary>
    public static TheoryData<string> Others =>
    [
        .. Directory.GetFiles(Folder, "*.json")
            .Select(path => Path.GetFileName(path))
            .Where(file => !file.EndsWith(".standard.json", StringComparison.Ordinal)),
    ];

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder, "*.standard.json").Select(path => Path.GetFileName(path))];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_stored_result_can_be_drawn_and_judged_and_has_the_settings_of_its_preset(string file)
    {
        var experiment = ExperimentCatalogue.All.Single(each => file == $"{each.Name}.standard.json");
        var result = experiment.Read(File.ReadAllText(Path.Combine(Folder, file)));

        Assert.NotEmpty(result.Verdict().Sentence);
        Assert.NotEmpty(result.Figure().ToJson());
        var preset = experiment.Preset(ExperimentPreset.Standard);
        foreach (var setting in ExperimentSettings.Of(experiment.OptionsType).Where(setting => setting.Name != "threads"))
            Assert.Equal(ExperimentSettings.Value(preset, setting), ExperimentSettings.Value(experiment.OptionsOf(result), setting));
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void A_stored_result_of_other_settings_can_be_drawn_and_judged(string file)
    {
        var experiment = ExperimentCatalogue.All.Single(each => each.Name == file.Split('.')[0]);
        var result = experiment.Read(File.ReadAllText(Path.Combine(Folder, file)));

        Assert.NotEmpty(result.Verdict().Sentence);
        Assert.NotEmpty(result.Figure().ToJson());
        experiment.Validate(experiment.OptionsOf(result));
    }
}
