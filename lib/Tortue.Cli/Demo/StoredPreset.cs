using Tortue.Cli.Files;
using Tortue.Experiments;
using Tortue.Notebooks.Scripting;

namespace Tortue.Cli.Demo;

/// <summary>The stored results of a preset, for notebooks that show them in place of quick runs.</summary>
internal static class StoredPreset
{
    /// <summary>What notebooks are given for a preset: for <see cref="ExperimentPreset.Quick"/> nothing, as their cells run with it anyhow.</summary>
    /// <param name="course">The course whose <c>data/results</c> holds the results; null outside of one, where nothing is stored.</param>
    /// <param name="experiments">The experiments that there are.</param>
    /// <param name="preset">The preset.</param>
    public static ReadyResults Results(CourseFolder? course, IReadOnlyList<Experiment> experiments, ExperimentPreset preset) =>
        preset == ExperimentPreset.Quick ? ReadyResults.None : new()
        {
            Preset = preset.ToString().ToLowerInvariant(),
            Stored = Files(course, experiments, preset),
        };

    private static Dictionary<string, string> Files(CourseFolder? course, IReadOnlyList<Experiment> experiments, ExperimentPreset preset) =>
        course is null ? [] : experiments
            .Select(experiment => (experiment.OptionsType, Path: ResultFile.Of(course.Root, experiment, preset).Path))
            .Where(stored => File.Exists(stored.Path))
            .ToDictionary(stored => stored.OptionsType.FullName!, stored => stored.Path);
}
