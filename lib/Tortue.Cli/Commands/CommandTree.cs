using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Tortue.Cli.Demo;
using Tortue.Cli.Grading;
using Tortue.Cli.Update;

namespace Tortue.Cli.Commands;

/// <summary>The commands and options that there are.</summary>
internal sealed class CommandTree
{
    private const string DebugVariable = "TORTUE_DEBUG";

    private readonly CommandServices _services;
    private readonly Option<bool> _verbose = new("--verbose") { Description = CommandsText.VerboseOption, Recursive = true };

    /// <summary>Builds the tree.</summary>
    /// <param name="services">What the commands work with.</param>
    public CommandTree(CommandServices services)
    {
        _services = services;
        var export = new ExportCommand(services).Build();
        var check = new CheckCommand(services).Build();
        var run = new RunCommand(services).Build();
        var demo = new DemoCommand(services).Build();
        var grade = new GradeCommand(services).Build();
        var slides = new SlidesCommand(services).Build();
        var update = new UpdateCommand(services).Build();
        Root = new RootCommand(CommandsText.RootDescription) { HelpName = "tortue" };
        var examples = new Dictionary<Command, string>
        {
            [Root] = CommandsText.RootExamples,
            [export] = CommandsText.ExportExamples,
            [check] = CommandsText.CheckExamples,
            [run] = CommandsText.RunExamples,
            [demo] = DemoText.Examples,
            [grade] = GradingText.Examples,
            [slides] = CommandsText.SlidesExamples,
            [update] = UpdateText.Examples,
        };
        Root.Add(export);
        Root.Add(check);
        Root.Add(run);
        Root.Add(slides);
        Root.Add(demo);
        Root.Add(new DataCommand(services).Build(examples));
        Root.Add(new ExperimentCommand(services).Build(examples));
        Root.Add(new KernelCommand(services).Build(examples));
        Root.Add(grade);
        Root.Add(update);
        Root.Add(new GradeNotebookCommand().Build());
        Root.Add(new RunChapterCommand().Build());
        Root.Add(_verbose);
        foreach (var option in Root.Options)
        {
            if (option is HelpOption { Action: HelpAction inner } help)
            {
                help.Description = CommandsText.HelpOption;
                help.Action = new HelpWithExamplesAction(inner, examples);
            }
            if (option is VersionOption version)
            {
                version.Description = CommandsText.VersionOption;
                version.Action = new VersionAction();
            }
        }
    }

    /// <summary>The command <c>tortue</c> with all that is below it.</summary>
    public RootCommand Root { get; }

    /// <summary>Whether an action only prints help or versions, whatever else the command line says.</summary>
    /// <param name="action">The action of a parsed command line.</param>
    public bool IsInformation(CommandLineAction? action) => action is HelpWithExamplesAction or VersionAction;

    /// <summary>Whether unexpected errors are shown with their stack trace.</summary>
    /// <param name="parsed">The command line.</param>
    public bool IsVerbose(ParseResult parsed) =>
        parsed.GetValue(_verbose) || _services.Environment(DebugVariable) is { Length: > 0 } and not "0";
}
