using Tortue.Cli.Errors;
using Tortue.Experiments;

namespace Tortue.Cli.Files;

/// <summary>Which experiment a command line means, and with which settings.</summary>
/// <param name="experiments">The experiments that there are.</param>
internal sealed class ExperimentSelection(IReadOnlyList<Experiment> experiments)
{
    // One a core unless told otherwise: it says something of the machine, nothing of the experiment.
    private const string Threads = "threads";
    private const string Seed = "seed";

    /// <summary>The experiment that a word names; capital letters make no difference.</summary>
    /// <param name="name">The word.</param>
    /// <exception cref="CommandException">There is no such experiment.</exception>
    public Experiment One(string name)
    {
        var names = experiments.Select(experiment => experiment.Name).ToList();
        return experiments.FirstOrDefault(experiment => experiment.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new CommandException(
                Suggestions.Nearest(name.ToLowerInvariant(), names) is { } near
                    ? FilesText.NoSuchExperimentNear.With(name, near)
                    : FilesText.NoSuchExperiment.With(name, string.Join(", ", names)),
                ExitCode.Usage);
    }

    /// <summary>The settings of a run.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="preset">What they start from.</param>
    /// <param name="changes">Words of the form option=value.</param>
    /// <param name="seed">Another seed, or null.</param>
    /// <param name="repetitions">Another number of repetitions, or null.</param>
    /// <exception cref="CommandException">There is no such setting, or not with such a value.</exception>
    public static object Options(
        Experiment experiment, ExperimentPreset preset, IReadOnlyList<string> changes, string? seed, string? repetitions)
    {
        var settings = ExperimentSettings.Of(experiment.OptionsType);
        var options = experiment.Preset(preset);
        try
        {
            foreach (var change in changes)
            {
                var (name, value) = Parts(change);
                options = ExperimentSettings.With(options, Setting(experiment, settings, name), value);
            }
            if (seed is not null) options = ExperimentSettings.With(options, Setting(experiment, settings, Seed), seed);
            if (repetitions is not null) options = ExperimentSettings.With(options, Repetitions(experiment, settings), repetitions);
            experiment.Validate(options);
            return options;
        }
        catch (ArgumentException exception)
        {
            throw new CommandException(OneLine.Of(exception.Message), ExitCode.Usage);
        }
    }

    /// <summary>The settings in which options differ from others, as option=value; the number of threads is none.</summary>
    public static IReadOnlyList<string> Differences(object from, object to) =>
    [
        .. from setting in ExperimentSettings.Of(to.GetType())
           let value = ExperimentSettings.Value(to, setting)
           where setting.Name != Threads && value != ExperimentSettings.Value(@from, setting)
           select $"{setting.Name}={value}",
    ];

    private static (string Name, string Value) Parts(string change) => change.Split('=', 2) is [{ Length: > 0 } name, var value]
        ? (name.Trim(), value)
        : throw new CommandException(FilesText.NotASetting.With(change), ExitCode.Usage);

    private static ExperimentSetting Setting(Experiment experiment, IReadOnlyList<ExperimentSetting> settings, string name)
    {
        var names = settings.Select(setting => setting.Name).ToList();
        return settings.FirstOrDefault(setting => setting.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new CommandException(
                Suggestions.Nearest(name.ToLowerInvariant(), names) is { } near
                    ? FilesText.NoSuchSettingNear.With(experiment.Name, name, near)
                    : FilesText.NoSuchSetting.With(experiment.Name, name, string.Join(", ", names)),
                ExitCode.Usage);
    }

    private static ExperimentSetting Repetitions(Experiment experiment, IReadOnlyList<ExperimentSetting> settings) =>
        settings.FirstOrDefault(setting => setting.IsRepetitions)
            ?? throw new CommandException(FilesText.NoRepetitions.With(experiment.Name), ExitCode.Usage);
}
