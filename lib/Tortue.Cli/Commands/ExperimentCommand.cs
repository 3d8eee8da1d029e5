using System.CommandLine;

namespace Tortue.Cli.Commands;

/// <summary><c>tortue experiment</c>: the experiments of the course, and the commands that run them and show what they found.</summary>
/// <param name="services">What the commands work with.</param>
internal sealed class ExperimentCommand(CommandServices services)
{
    /// <summary>Describes the command to the parser.</summary>
    /// <param name="examples">Receives what follows the help of each command.</param>
    public Command Build(Dictionary<Command, string> examples)
    {
        var list = new ExperimentListCommand(services).Build();
        var run = new ExperimentRunCommand(services).Build();
        var show = new ExperimentShowCommand(services).Build();
        var experiment = new Command("experiment", CommandsText.ExperimentDescription) { list, run, show };
        examples[experiment] = CommandsText.ExperimentExamples;
        examples[list] = CommandsText.ExperimentListExamples;
        examples[run] = CommandsText.ExperimentRunExamples;
        examples[show] = CommandsText.ExperimentShowExamples;
        return experiment;
    }
}
