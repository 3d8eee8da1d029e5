using System.CommandLine;
using Tortue.Cli.Errors;
using Tortue.Cli.Files;
using Tortue.Cli.Terminal;
using Tortue.Experiments;

namespace Tortue.Cli.Commands;

/// <summary><c>tortue experiment list</c>: which experiments there are, or what can be set in one of them.</summary>
/// <param name="services">What the command works with.</param>
internal sealed class ExperimentListCommand(CommandServices services)
{
    private const string Gap = "  ";

    private readonly Argument<string?> _name = ExperimentArgument.Create(services, ArgumentArity.ZeroOrOne);

    /// <summary>Describes the command to the parser.</summary>
    public Command Build()
    {
        var command = new Command("list", CommandsText.ExperimentListDescription) { _name };
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        if (parsed.GetValue(_name) is { } name) ShowOne(new ExperimentSelection(services.Experiments).One(name));
        else ShowAll();
        return ExitCode.Success;
    }

    private void ShowAll()
    {
        Table(
        [
            .. services.Experiments.Select(experiment => new[]
            {
                experiment.Name, experiment.Chapter, Stored(experiment), experiment.Title,
            }),
        ]);
        services.Messages.WriteLine(CommandsText.ExperimentListHint, Styles.Quiet);
    }

    private void ShowOne(Experiment experiment)
    {
        services.Output.WriteLine($"{experiment.Title} ({experiment.Name}, {experiment.Chapter})", Styles.Plain);
        var settings = ExperimentSettings.Of(experiment.OptionsType);
        Table(
        [
            .. Enum.GetValues<ExperimentPreset>().Select(preset => new[]
            {
                "--preset", preset.ToString().ToLowerInvariant(), Sizes(experiment, preset),
            }),
        ]);
        Table([.. settings.Select(setting => new[] { "--set", setting.Name, SettingNotes.Of(setting) ?? setting.Expected })]);
    }

    // What a preset changes against the quick one.
    private static string Sizes(Experiment experiment, ExperimentPreset preset)
    {
        var differences = ExperimentSelection.Differences(experiment.Preset(ExperimentPreset.Quick), experiment.Preset(preset));
        return (preset, differences.Count) switch
        {
            (ExperimentPreset.Quick, _) => CommandsText.ExperimentDefaults,
            (_, 0) => CommandsText.ExperimentAsQuick,
            _ => string.Join(' ', differences),
        };
    }

    private string Stored(Experiment experiment)
    {
        var presets = Enum.GetValues<ExperimentPreset>()
            .Where(preset => ResultFile.Stored(services.CurrentDirectory, experiment, preset) is not null);
        var words = string.Join(", ", presets.Select(preset => preset.ToString().ToLowerInvariant()));
        return words.Length > 0 ? words : CommandsText.DataNotHere;
    }

    private void Table(string[][] rows)
    {
        int last = rows[0].Length - 1;
        int[] widths = [.. Enumerable.Range(0, last).Select(column => rows.Max(row => row[column].Length))];
        foreach (var row in rows)
        {
            var padded = row.Select((cell, column) => column < last ? cell.PadRight(widths[column]) : cell);
            services.Output.WriteLine(string.Join(Gap, padded), Styles.Plain);
        }
    }
}
