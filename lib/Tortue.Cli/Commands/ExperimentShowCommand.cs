using System.CommandLine;
using System.Globalization;
using Tortue.Cli.Errors;
using Tortue.Cli.Files;
using Tortue.Cli.Terminal;
using Tortue.Experiments;
using Tortue.Notebooks.Handouts;

namespace Tortue.Cli.Commands;

/// <summary><c>tortue experiment show</c>: what a stored run found, as text or as a page with its figure.</summary>
/// <param name="services">What the command works with.</param>
internal sealed class ExperimentShowCommand(CommandServices services)
{
    private readonly Argument<string?> _name = ExperimentArgument.Create(services, ArgumentArity.ExactlyOne);
    private readonly Option<ExperimentPreset?> _preset = PresetOption.Create(CommandsText.ExperimentShowPreset);
    private readonly Option<string?> _from = new("--from") { HelpName = "FILE", Description = CommandsText.ExperimentFrom };
    private readonly Option<string?> _html = new("--html") { HelpName = "FILE", Description = CommandsText.ExperimentHtml };

    /// <summary>Describes the command to the parser.</summary>
    public Command Build()
    {
        var command = new Command("show", CommandsText.ExperimentShowDescription) { _name, _preset, _from, _html };
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var experiment = new ExperimentSelection(services.Experiments).One(parsed.GetValue(_name)!);
        var file = parsed.GetValue(_from) is { } from
            ? ResultFile.Named(services.CurrentDirectory, from)
            : Find(experiment, parsed.GetValue(_preset));
        var result = file.Load(experiment);
        var report = Report(experiment, parsed.GetValue(_preset) ?? file.Preset ?? ExperimentPreset.Quick, file, result);
        foreach (var (_, text) in report) services.Output.WriteLine(text, Styles.Plain);
        services.Output.WriteLine(result.Figure().ToString(), Styles.Plain);
        if (parsed.GetValue(_html) is { } html) WritePage(experiment, result, report, Path.GetFullPath(html, services.CurrentDirectory));
        return ExitCode.Success;
    }

    // The largest run is the one to look at where several are stored.
    private ResultFile Find(Experiment experiment, ExperimentPreset? preset)
    {
        var presets = preset is { } one ? [one] : Enum.GetValues<ExperimentPreset>().Reverse();
        var stored = presets.Select(each => ResultFile.Stored(services.CurrentDirectory, experiment, each));
        var option = preset is null ? "" : $" --preset {preset.ToString()!.ToLowerInvariant()}";
        return stored.FirstOrDefault(file => file is not null)
            ?? throw new CommandException(CommandsText.ExperimentNotStored.With(experiment.Name, option));
    }

    private static IReadOnlyList<(string Label, string Text)> Report(
        Experiment experiment, ExperimentPreset preset, ResultFile file, IExperimentResult result)
    {
        var verdict = result.Verdict();
        var run = result.Run;
        var started = run.Started.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        var word = preset.ToString().ToLowerInvariant();
        var changed = ExperimentSelection.Differences(experiment.Preset(preset), experiment.OptionsOf(result));
        return
        [
            ("title", CommandsText.ExperimentShown.With(experiment.Title, file.Name)),
            ("verdict", verdict.ToString()),
            ("rule", CommandsText.ExperimentRule.With(verdict.Rule)),
            ("run", CommandsText.ExperimentRunRecord.With(
                run.Seed, run.Engine, run.Version, run.Threads, started, Quantities.Show(TimeSpan.FromSeconds(run.Seconds)))),
            ("settings", changed.Count == 0
                ? CommandsText.ExperimentPresetSettings.With(word)
                : CommandsText.ExperimentOtherSettings.With(word, string.Join(", ", changed))),
        ];
    }

    private void WritePage(
        Experiment experiment, IExperimentResult result, IReadOnlyList<(string Label, string Text)> report, string path)
    {
        var notes = report.Where(line => line.Label is "run" or "settings").Select(line => line.Text);
        var page = ResultPage.Of(experiment, result, notes);
        try
        {
            var written = new HandoutExporter(new HandoutOptions()).Write(page, path);
            var line = CommandsText.Saved.With(ShortPath.From(services.CurrentDirectory, written.Path), Quantities.ShowSize(written.Bytes));
            services.Messages.WriteLine(line, Styles.Quiet);
            foreach (var notice in written.Notices) services.Messages.WriteLine(notice, Styles.Notice);
        }
        catch (HandoutWriteException exception)
        {
            throw new CommandException(exception.Message);
        }
    }
}
