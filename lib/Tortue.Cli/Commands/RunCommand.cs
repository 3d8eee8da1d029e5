using System.CommandLine;
using Tortue.Cli.Demo;
using Tortue.Cli.Errors;
using Tortue.Cli.Files;
using Tortue.Cli.Running;
using Tortue.Cli.Terminal;
using Tortue.Notebooks.Running;

namespace Tortue.Cli.Commands;

/// <summary><c>tortue run</c>: runs one notebook and prints its outputs, or saves them.</summary>
/// <param name="services">What the command works with.</param>
internal sealed class RunCommand(CommandServices services)
{
    private readonly Argument<string> _notebook = new("notebook")
    {
        Description = CommandsText.RunNotebook,
        Validators = { ParseErrorText.RefuseUnknownOptions },
    };

    private readonly Option<bool> _inPlace = new("--in-place") { Description = CommandsText.RunInPlace };
    private readonly Option<string?> _output = new("--output", "-o") { HelpName = "FILE", Description = CommandsText.RunOutput };
    private readonly Option<double> _timeout = TimeoutOption.Create();

    /// <summary>Describes the command to the parser.</summary>
    public Command Build()
    {
        var command = new Command("run", CommandsText.RunDescription) { _notebook, _inPlace, _output, _timeout };
        command.Validators.Add(result =>
        {
            if (result.GetValue(_inPlace) && result.GetResult(_output) is not null) result.AddError(CommandsText.RunTwoPlaces);
        });
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var selection = new NotebookSelection(services.CurrentDirectory);
        var notebook = selection.One(parsed.GetValue(_notebook)!);
        var target = parsed.GetValue(_inPlace) ? notebook : parsed.GetValue(_output) is { } output ? selection.Target(output) : null;
        target?.RequireWritable();
        var stamp = FileStamp.Of(notebook.Path);
        var document = notebook.Load();
        var options = new NotebookRunnerOptions
        {
            CellTimeout = TimeSpan.FromMinutes(parsed.GetValue(_timeout)),
            Results = PreparedCourse.Of(services, notebook.Folder).Ready,
        };
        var job = new NotebookJob(services.Engine, options);

        // A bar at the terminal and outputs that scroll by would write over each other.
        var display = target is null ? new PlainDisplay(services.Messages, services.Time) : services.Display();
        var result = await display.ShowAsync(view =>
        {
            var track = view.Begin(notebook.Name);
            if (target is null) track = new OutputFollower(document, new OutputPrinter(services.Output, services.Messages), track);
            return job.RunAsync(notebook, document, track, cancellationToken);
        });

        // Whoever has saved the notebook in an editor meanwhile wants that.
        var isOvertaken = target?.Path == notebook.Path && !stamp.Holds;
        if (isOvertaken) target = notebook.Beside("executed");
        if (target is not null)
        {
            target.Save(document);
            services.Output.WriteLine(CommandsText.Saved.With(target.Name, Quantities.Show(result.Elapsed)), Styles.Plain);
        }
        if (isOvertaken) services.Messages.WriteLine(CommandsText.RunOvertaken.With(notebook.Name, target!.Name), Styles.Notice);
        if (result.Failure is { } failure) throw new CommandException(NotebookFailure.Describe(notebook.Name, failure));
        return isOvertaken ? ExitCode.Failure : ExitCode.Success;
    }
}
