using System.CommandLine;
using Tortue.Cli.Errors;
using Tortue.Cli.Files;
using Tortue.Cli.Terminal;
using Tortue.Experiments;

namespace Tortue.Cli.Commands;

/// <summary><c>tortue experiment run</c>: runs an experiment and stores what it found.</summary>
/// <param name="services">What the command works with.</param>
internal sealed class ExperimentRunCommand(CommandServices services)
{
    private readonly Argument<string?> _name = ExperimentArgument.Create(services, ArgumentArity.ExactlyOne);
    private readonly Option<ExperimentPreset?> _preset = PresetOption.Create(CommandsText.ExperimentRunPreset);
    private readonly Option<string?> _seed = new("--seed") { HelpName = "N", Description = CommandsText.ExperimentSeed };
    private readonly Option<string?> _seeds = new("--seeds") { HelpName = "N", Description = CommandsText.ExperimentSeeds };
    private readonly Option<string?> _output = new("--output", "-o") { HelpName = "FILE", Description = CommandsText.ExperimentOutput };

    private readonly Option<string[]> _set = new("--set")
    {
        HelpName = "option=value",
        Description = CommandsText.ExperimentSet,
        AllowMultipleArgumentsPerToken = true,
    };

    /// <summary>Describes the command to the parser.</summary>
    public Command Build()
    {
        var command = new Command("run", CommandsText.ExperimentRunDescription) { _name, _preset, _set, _seed, _seeds, _output };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var selection = new ExperimentSelection(services.Experiments);
        var experiment = selection.One(parsed.GetValue(_name)!);
        var preset = parsed.GetValue(_preset) ?? ExperimentPreset.Quick;
        var options = ExperimentSelection.Options(
            experiment, preset, parsed.GetValue(_set) ?? [], parsed.GetValue(_seed), parsed.GetValue(_seeds));
        var file = parsed.GetValue(_output) is { } output
            ? ResultFile.Named(services.CurrentDirectory, output)
            : ResultFile.Of(services.CurrentDirectory, experiment, preset);
        file.RequireWritable();

        using var cells = experiment.IsResumable ? file.OpenCells(experiment, options) : null;
        if (cells is { Count: > 0 }) services.Messages.WriteLine(CommandsText.ExperimentGoesOn.With(cells.Count), Styles.Notice);
        var result = await MeasureAsync(experiment, preset, options, cells, cancellationToken);
        file.Save(result);
        cells?.Remove();

        services.Output.WriteLine(
            CommandsText.Saved.With(file.Name, Quantities.Show(TimeSpan.FromSeconds(result.Run.Seconds))), Styles.Plain);
        services.Output.WriteLine(result.Verdict().ToString(), Styles.Plain);
        return ExitCode.Success;
    }

    private async Task<IExperimentResult> MeasureAsync(
        Experiment experiment, ExperimentPreset preset, object options, ICellStore? cells, CancellationToken cancellationToken)
    {
        try
        {
            var label = CommandsText.ExperimentLabel.With(experiment.Name, preset.ToString().ToLowerInvariant());
            return await new ExperimentDisplay(services.Messages).ShowAsync(
                label,
                progress => Task.Run(() => experiment.Run(options, progress, cells, cancellationToken), cancellationToken));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new CommandException(
                cells is null ? CommandsText.Cancelled : CommandsText.ExperimentCancelled, ExitCode.Cancelled);
        }
        catch (CellStoreException exception)
        {
            throw new CommandException(exception.Message);
        }
    }
}
