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
        var install = new KernelInstallCommand(services).Build();
        var uninstall = new KernelUninstallCommand(services).Build();
        var list = new KernelListCommand(services).Build();
        var doctor = new KernelDoctorCommand(services).Build();
        var run = new KernelRunCommand(services).Build();
        var kernel = new Command("kernel", CommandsText.KernelDescription) { install, uninstall, list, doctor, run };
        examples[kernel] = CommandsText.KernelExamples;
        examples[install] = CommandsText.KernelInstallExamples;
        examples[uninstall] = CommandsText.KernelUninstallExamples;
        examples[list] = CommandsText.KernelListExamples;
        examples[doctor] = CommandsText.KernelDoctorExamples;
        examples[run] = CommandsText.KernelRunExamples;
        return kernel;
    }
}
