using System.CommandLine;
using Tortue.Cli.Errors;
using Tortue.Cli.Files;
using Tortue.Cli.Terminal;

namespace Tortue.Cli.Commands;

/// <summary><c>tortue kernel uninstall</c>: takes the kernel from Jupyter's clients again.</summary>
/// <param name="services">What the command works with.</param>
internal sealed class KernelUninstallCommand(CommandServices services)
{
    private readonly Option<string?> _name = new("--name") { HelpName = "NAME", Description = CommandsText.KernelNameToRemove };
    private readonly KernelPrefixOption _prefix = new(services);

    /// <summary>Describes the command to the parser.</summary>
    public Command Build()
    {
        var command = new Command("uninstall", CommandsText.KernelUninstallDescription) { _name, _prefix.Option };
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var store = _prefix.Store(parsed);
        string[] folders = parsed.GetValue(_name) is { } name ? [store.FolderOf(name)] : [.. store.Own().Select(kernel => kernel.Folder)];
        foreach (var folder in folders)
        {
            KernelStore.Remove(folder);
            services.Output.WriteLine(CommandsText.KernelRemoved.With(folder), Styles.Plain);
        }

        if (folders.Length == 0) services.Messages.WriteLine(CommandsText.KernelNoneToRemove.With(store.Root), Styles.Quiet);
        return ExitCode.Success;
    }
}
