using System.Reflection;

namespace Tortue.Experiments;

/// <summary>An experiment with the types of its settings and of its result.</summary>
internal sealed class Experiment<TOptions, TResult>(string name, string title, string chapter, ResumableRun<TOptions, TResult> run)
    : Experiment(name, title, chapter)
    where TOptions : class, IExperimentOptions<TOptions>
    where TResult : IExperimentResult
{
    private static readonly PropertyInfo OptionsProperty = typeof(TResult).GetProperty("Options", typeof(TOptions))
        ?? throw new InvalidOperationException($"{typeof(TResult)} has no property Options of type {typeof(TOptions)}.");

    public override Type OptionsType => typeof(TOptions);

    public override required bool IsResumable { get; init; }

    public override object Preset(ExperimentPreset preset) => preset switch
    {
        ExperimentPreset.Quick => TOptions.Quick,
        ExperimentPreset.Standard => TOptions.Standard,
        _ => TOptions.Full,
    };

    public override void Validate(object options) => ((TOptions)options).Validate();

    public override IExperimentResult Run(
        object options, IProgress<ExperimentProgress>? progress, ICellStore? cells, CancellationToken cancellation) =>
        run((TOptions)options, progress, cancellation, cells);

    public override IExperimentResult Read(string json) => ExperimentJson.Read<TResult>(json);

    public override object OptionsOf(IExperimentResult result) => OptionsProperty.GetValue(result)!;
}
