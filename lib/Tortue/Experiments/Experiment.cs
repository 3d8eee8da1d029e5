namespace Tortue.Experiments;

/// <summary>An experiment as the catalogue lists it: what it is called, its settings, and how to run it.</summary>
public abstract class Experiment
{
    private protected Experiment(string name, string title, string chapter)
    {
        Name = name;
        Title = title;
        Chapter = chapter;
    }

    /// <summary>Its name on the command line and in file names, for example "random-labels".</summary>
    public string Name { get; }

    /// <summary>Its name for people, for example "Random labels".</summary>
    public string Title { get; }

    /// <summary>The notebook that it belongs to, for example "00-foundations".</summary>
    public string Chapter { get; }

    /// <summary>The record of its settings.</summary>
    public abstract Type OptionsType { get; }

    /// <summary>Whether a run that was stopped can go on from what it had done.</summary>
    public abstract bool IsResumable { get; init; }

    /// <summary>The settings of a preset.</summary>
    /// <param name="preset">Which.</param>
    public abstract object Preset(ExperimentPreset preset);

    /// <summary>Checks settings against their ranges.</summary>
    /// <param name="options">Of <see cref="OptionsType"/>.</param>
    /// <exception cref="ArgumentException">A setting is out of its range; the message says which, and what it may be.</exception>
    public abstract void Validate(object options);

    /// <summary>Runs the experiment.</summary>
    /// <param name="options">Of <see cref="OptionsType"/>.</param>
    /// <param name="progress">Told how far the run is, or null.</param>
    /// <param name="cells">What a run that was stopped had done, or null; experiments that are not resumable do not look.</param>
    /// <param name="cancellation">Stops the run within a second.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public abstract IExperimentResult Run(
        object options, IProgress<ExperimentProgress>? progress, ICellStore? cells, CancellationToken cancellation);

    /// <summary>Reads a result that <see cref="ExperimentJson.Write"/> wrote.</summary>
    /// <param name="json">The JSON.</param>
    /// <exception cref="FormatException">The text is not the JSON of this experiment's result.</exception>
    public abstract IExperimentResult Read(string json);

    /// <summary>The settings that a result was measured with.</summary>
    /// <param name="result">A result of this experiment.</param>
    public abstract object OptionsOf(IExperimentResult result);

    /// <summary>Describes an experiment whose run cannot be resumed: it takes seconds.</summary>
    /// <inheritdoc cref="Of{TOptions, TResult}(string, string, string, ResumableRun{TOptions, TResult})"/>
    public static Experiment Of<TOptions, TResult>(string name, string title, string chapter, PlainRun<TOptions, TResult> run)
        where TOptions : class, IExperimentOptions<TOptions>
        where TResult : IExperimentResult
        => new Experiment<TOptions, TResult>(
            name, title, chapter, (options, progress, cancellation, _) => run(options, progress, cancellation))
        {
            IsResumable = false,
        };

    /// <summary>Describes an experiment whose run goes on where it was stopped.</summary>
    /// <typeparam name="TOptions">The record of its settings.</typeparam>
    /// <typeparam name="TResult">Its result, whose property Options has the settings.</typeparam>
    /// <param name="name">Its name on the command line, in small letters with hyphens.</param>
    /// <param name="title">Its name for people.</param>
    /// <param name="chapter">The notebook that it belongs to, without ending.</param>
    /// <param name="run">Its method Run.</param>
    public static Experiment Of<TOptions, TResult>(string name, string title, string chapter, ResumableRun<TOptions, TResult> run)
        where TOptions : class, IExperimentOptions<TOptions>
        where TResult : IExperimentResult
        => new Experiment<TOptions, TResult>(name, title, chapter, run) { IsResumable = true };
}
