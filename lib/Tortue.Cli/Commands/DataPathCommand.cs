using System.CommandLine;
using Tortue.Cli.Errors;
using Tortue.Cli.Terminal;

namespace Tortue.Cli.Commands;

/// <summary><c>tortue data path</c>: where sets are kept, or where one of them is.</summary>
/// <param name="services">What the command works with.</param>
internal sealed class DataPathCommand(CommandServices services)
{
    private readonly Argument<string?> _name = new("set")
    {
        Description = CommandsText.DataPathSet,
        Arity = ArgumentArity.ZeroOrOne,
        Validators = { ParseErrorText.RefuseUnknownOptions },
    };

    /// <summary>Describes the command to the parser.</summary>
    public Command Build()
    {
        var command = new Command("path", CommandsText.DataPathDescription) { _name };
        _name.CompletionSources.Add([.. services.DataSets.Select(set => set.Name)]);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var store = services.DataStore();
        var path = parsed.GetValue(_name) is { } name ? store.FolderOf(store.Set(name)) : store.Root;
        services.Output.WriteLine(path, Styles.Plain);
        return ExitCode.Success;
    }
}
