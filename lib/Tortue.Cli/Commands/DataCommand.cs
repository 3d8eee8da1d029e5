using System.CommandLine;

namespace Tortue.Cli.Commands;

/// <summary><c>tortue data</c>: the real sets, and the commands that handle them.</summary>
/// <param name="services">What the commands work with.</param>
internal sealed class DataCommand(CommandServices services)
{
    /// <summary>Describes the command to the parser.</summary>
    /// <param name="examples">Receives what follows the help of each command.</param>
    public Command Build(Dictionary<Command, string> examples)
    {
        var list = new DataListCommand(services).Build();
        var get = new DataGetCommand(services).Build();
        var path = new DataPathCommand(services).Build();
        var data = new Command("data", CommandsText.DataDescription) { list, get, path };
        examples[data] = CommandsText.DataExamples;
        examples[list] = CommandsText.DataListExamples;
        examples[get] = CommandsText.DataGetExamples;
        examples[path] = CommandsText.DataPathExamples;
        return data;
    }
}
