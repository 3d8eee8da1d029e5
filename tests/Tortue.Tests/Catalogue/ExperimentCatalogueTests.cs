using System.Reflection;
using System.Text.RegularExpressions;
using Tortue.Catalogue;
using Tortue.Experiments;
using Xunit;

namespace Tortue.Tests.Catalogue;

public sealed class ExperimentCatalogueTests
{
    public static TheoryData<string> Names => [.. ExperimentCatalogue.All.Select(experiment => experiment.Name)];

    [Fact]
    public void Every_experiment_of_the_library_is_in_the_catalogue()
    {
        var written =
            from type in typeof(ExperimentCatalogue).Assembly.GetTypes()
            where type is { IsAbstract: true, IsSealed: true }
            from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static)
            where method.Name == "Run" && typeof(IExperimentResult).IsAssignableFrom(method.ReturnType)
            select method.GetParameters()[0].ParameterType.Name;

        Assert.Equal(written.Order(), ExperimentCatalogue.All.Select(experiment => experiment.OptionsType.Name).Order());
    }

    [Fact]
    public void Names_are_different_and_can_be_file_names()
    {
        var names = ExperimentCatalogue.All.Select(experiment => experiment.Name).ToArray();

        Assert.Equal(names.Length, names.Distinct().Count());
        Assert.All(names, name => Assert.Matches(new Regex("^[a-z]+(-[a-z]+)*$"), name));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_preset_is_within_its_ranges_and_has_a_seed(string name)
    {
        var experiment = ExperimentCatalogue.All.Single(each => each.Name == name);
        foreach (var preset in Enum.GetValues<ExperimentPreset>())
            experiment.Validate(experiment.Preset(preset));

        var settings = ExperimentSettings.Of(experiment.OptionsType);
        Assert.Single(settings, setting => setting.Name == "seed");
        Assert.InRange(settings.Count(setting => setting.IsRepetitions), 0, 1);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_setting_takes_its_own_value(string name)
    {
        var experiment = ExperimentCatalogue.All.Single(each => each.Name == name);
        var options = experiment.Preset(ExperimentPreset.Full);
        foreach (var setting in ExperimentSettings.Of(experiment.OptionsType))
        {
            var value = ExperimentSettings.Value(options, setting);
            var same = ExperimentSettings.With(options, setting, value);
            Assert.Equal(value, ExperimentSettings.Value(same, setting));
        }
    }

    [Fact]
    public void An_entry_runs_its_experiment_and_reads_its_results()
    {
        var paths = ExperimentCatalogue.All.Single(experiment => experiment.Name == "norm-paths");
        var options = paths.Preset(ExperimentPreset.Quick);
        var depth = ExperimentSettings.Of(paths.OptionsType).Single(setting => setting.Name == "network.depth");
        options = ExperimentSettings.With(options, depth, "20");

        var result = paths.Run(options, null, null, TestContext.Current.CancellationToken);
        var read = paths.Read(ExperimentJson.Write(result));

        Assert.Equal("20", ExperimentSettings.Value(paths.OptionsOf(read), depth));
        Assert.Equal(ExperimentJson.Write(result), ExperimentJson.Write(read));
    }
}
