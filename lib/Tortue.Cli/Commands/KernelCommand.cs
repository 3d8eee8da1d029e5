using System.CommandLine;

namespace Tortue.Cli.Commands;

/// <summary><c>tortue kernel</c>: the C# kernel for Jupyter's clients.</summary>
/// <param name="services">What the commands work with.</param>
internal sealed class KernelCommand(CommandServices services)
{
    /// <summary>Describes the command to the parser.</summary>
    /// <param name="examples">Receives what follows the help of each command.</param>
    public Command Build(Dictionary<Command, string> examples)
    {
        var kernel = new Command("kernel", CommandsText.KernelDescription) { new KernelRunCommand(services).Build() };
        examples[kernel] = CommandsText.KernelExamples;
        return kernel;
    }
}
