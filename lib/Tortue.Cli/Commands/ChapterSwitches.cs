using System.CommandLine;
using Tortue.Cli.Chapters;
using Tortue.Cli.Errors;
using Tortue.Experiments;

namespace Tortue.Cli.Commands;

/// <summary>The options of every command that takes the outputs of several notebooks: what is run, and how.</summary>
internal sealed class ChapterSwitches
{
    private readonly Option<int?> _jobs = WholeNumberOption.Create("--jobs", "NUMBER", ChaptersText.JobsOption, 1, 1_000);
    private readonly Option<bool> _noCache = new("--no-cache") { Description = ChaptersText.NoCacheOption };
    private readonly Option<bool> _noRun = new("--no-run") { Description = ChaptersText.NoRunOption };
    private readonly Option<double> _timeout = TimeoutOption.Create();
    private readonly Option<ExperimentPreset?> _preset = PresetOption.Create(ChaptersText.PresetOption, ExperimentPreset.Standard);

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command)
    {
        Option[] ofRuns = [_noCache, _jobs, _timeout, _preset];
        foreach (var option in ofRuns) command.Add(option);
        command.Add(_noRun);
        command.Validators.Add(result =>
        {
            if (!result.GetValue(_noRun)) return;
            if (ofRuns.FirstOrDefault(option => result.GetResult(option) is { Implicit: false }) is { } option)
                result.AddError(ChaptersText.NothingToRun.With(option.Name));
        });
    }

    /// <summary>What a command line says.</summary>
    /// <param name="parsed">The command line.</param>
    public ChapterOptions Read(ParseResult parsed) => new()
    {
        Mode = parsed.GetValue(_noRun) ? ChapterMode.Stored : parsed.GetValue(_noCache) ? ChapterMode.Fresh : ChapterMode.Cached,
        Jobs = parsed.GetValue(_jobs),
        Preset = parsed.GetValue(_preset) ?? ExperimentPreset.Quick,
        CellTimeout = TimeSpan.FromMinutes(parsed.GetValue(_timeout)),
    };
}
