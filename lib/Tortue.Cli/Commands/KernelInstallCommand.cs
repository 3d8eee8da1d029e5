using System.CommandLine;
using Tortue.Cli.Errors;
using Tortue.Cli.Files;
using Tortue.Cli.Processes;
using Tortue.Cli.Terminal;
using Tortue.Notebooks.Jupyter.Kernelspecs;

namespace Tortue.Cli.Commands;

/// <summary><c>tortue kernel install</c>: makes the kernel known to Jupyter's clients.</summary>
/// <param name="services">What the command works with.</param>
internal sealed class KernelInstallCommand(CommandServices services)
{
    private readonly Option<string> _name = new("--name")
    {
        HelpName = "NAME",
        Description = CommandsText.KernelName,
        DefaultValueFactory = _ => Kernelspec.DefaultName,
    };

    private readonly Option<string> _shown = new("--display-name")
    {
        HelpName = "TEXT",
        Description = CommandsText.KernelDisplayName,
        DefaultValueFactory = _ => Kernelspec.DefaultDisplayName,
    };

    private readonly Option<string?> _alias = new("--alias") { HelpName = "NAME", Description = CommandsText.KernelAlias };
    private readonly Option<bool> _force = new("--force") { Description = CommandsText.KernelForce };
    private readonly KernelPrefixOption _prefix = new(services);

    /// <summary>Describes the command to the parser.</summary>
    public Command Build()
    {
        var command = new Command("install", CommandsText.KernelInstallDescription) { _name, _shown, _alias, _prefix.Option, _force };
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var store = _prefix.Store(parsed);
        var shown = parsed.GetRequiredValue(_shown).Trim();
        if (shown.Length == 0) throw new CommandException(CommandsText.KernelEmptyDisplayName, ExitCode.Usage);

        // Both are looked at before either is written.
        var kernels = new List<(string Folder, string Shown)> { (FolderFor(parsed.GetRequiredValue(_name)), shown) };
        if (parsed.GetValue(_alias) is { } alias)
            kernels.Add((FolderFor(alias), CommandsText.KernelAliasShown.With(shown, alias)));
        foreach (var kernel in kernels)
        {
            KernelStore.Write(Kernelspec.ForTortue(OwnProgram.FullPaths(), kernel.Shown), kernel.Folder);
            services.Output.WriteLine(CommandsText.KernelInstalled.With(Path.GetFileName(kernel.Folder), kernel.Folder), Styles.Plain);
        }

        services.Messages.WriteLine(CommandsText.KernelNext.With(shown), Styles.Quiet);
        return ExitCode.Success;

        string FolderFor(string name) => store.FolderFor(name, parsed.GetValue(_force));
    }
}
