using Tortue.Cli.Errors;
using Tortue.Experiments;

namespace Tortue.Cli.Files;

/// <summary>A file with the result of an experiment.</summary>
/// <param name="Path">The full path.</param>
/// <param name="Name">The path as messages show it.</param>
/// <param name="Preset">The preset that it belongs to; null for a file that somebody named.</param>
internal sealed record ResultFile(string Path, string Name, ExperimentPreset? Preset)
{
    private const string Partial = ".partial.jsonl";

    /// <summary>Where an experiment's result is stored: in <c>data/results</c> of the course.</summary>
    /// <param name="currentDirectory">Somewhere in the course.</param>
    /// <param name="experiment">The experiment.</param>
    /// <param name="preset">The preset that it ran with.</param>
    /// <exception cref="CommandException">There is no course here.</exception>
    public static ResultFile Of(string currentDirectory, Experiment experiment, ExperimentPreset preset)
    {
        var course = CourseFolder.Find(currentDirectory) ?? throw new CommandException(FilesText.NoCourseForResults.With(currentDirectory));
        var path = System.IO.Path.Combine(course.Results, $"{experiment.Name}.{preset.ToString().ToLowerInvariant()}.json");
        return new(path, ShortPath.From(currentDirectory, path), preset);
    }

    /// <summary>A stored result; null where there is none.</summary>
    /// <inheritdoc cref="Of"/>
    public static ResultFile? Stored(string currentDirectory, Experiment experiment, ExperimentPreset preset) =>
        CourseFolder.Find(currentDirectory) is not null && Of(currentDirectory, experiment, preset) is var file && File.Exists(file.Path)
            ? file
            : null;

    /// <summary>A file that a command line names.</summary>
    /// <param name="currentDirectory">The folder that relative paths start from.</param>
    /// <param name="name">The word.</param>
    public static ResultFile Named(string currentDirectory, string name)
    {
        var path = System.IO.Path.GetFullPath(name, currentDirectory);
        if (Directory.Exists(path)) throw new CommandException(FilesText.TargetIsFolder.With(name));
        return new(path, ShortPath.From(currentDirectory, path), null);
    }

    /// <summary>Makes the folder where it is missing, and makes sure before a long run that the file can be written.</summary>
    /// <exception cref="CommandException">It cannot.</exception>
    public void RequireWritable()
    {
        try
        {
            Directory.CreateDirectory(Folder);
            WriteProbe.Try(Folder);
        }
        catch (Exception exception) when (FileErrors.Covers(exception))
        {
            throw new CommandException(FilesText.CannotWriteIn.With(Name, Folder, FileErrors.Reason(exception)));
        }
    }

    /// <summary>What a run that was stopped had done, in a file beside this one.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="options">Its settings: cells of other settings are passed over.</param>
    /// <exception cref="CommandException">The file cannot be read or written.</exception>
    public CellFile OpenCells(Experiment experiment, object options)
    {
        var path = System.IO.Path.ChangeExtension(Path, null) + Partial;
        try
        {
            return CellFile.Open(path, experiment, options);
        }
        catch (Exception exception) when (FileErrors.Covers(exception))
        {
            throw new CommandException(FilesText.CannotKeepCells.With(System.IO.Path.GetFileName(path), FileErrors.Reason(exception)));
        }
    }

    /// <summary>Writes a result in place of the file, which stays as it was where that fails.</summary>
    /// <param name="result">The result.</param>
    /// <exception cref="CommandException">The file cannot be written.</exception>
    public void Save(IExperimentResult result)
    {
        try
        {
            ExperimentJson.Save(result, Path);
        }
        catch (Exception exception) when (FileErrors.Covers(exception))
        {
            throw new CommandException(FilesText.CannotWrite.With(Name, FileErrors.Reason(exception)));
        }
    }

    /// <summary>Reads the result, and makes sure that it is one that can be drawn and judged.</summary>
    /// <param name="experiment">The experiment whose result it should be.</param>
    /// <exception cref="CommandException">The file cannot be read, or does not hold such a result.</exception>
    public IExperimentResult Load(Experiment experiment)
    {
        try
        {
            var result = experiment.Read(File.ReadAllText(Path));
            experiment.Validate(experiment.OptionsOf(result));
            result.Verdict();
            result.Figure();
            return result;
        }
        catch (Exception exception) when (FileErrors.Covers(exception) || exception is FormatException)
        {
            throw new CommandException(FilesText.CannotRead.With(Name, FileErrors.Reason(exception)));
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or NullReferenceException)
        {
            // The JSON has the form of a result, and data that no run gives.
            throw new CommandException(FilesText.NotAResult.With(Name, experiment.Name, FileErrors.Reason(exception)));
        }
    }

    private string Folder => System.IO.Path.GetDirectoryName(Path)!;
}
