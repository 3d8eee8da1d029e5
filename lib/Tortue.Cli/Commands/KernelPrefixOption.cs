using System.CommandLine;
using Tortue.Cli.Files;
using Tortue.Notebooks.Jupyter.Kernelspecs;

namespace Tortue.Cli.Commands;

/// <summary><c>--prefix DIR</c>: an installation's folder of kernels in place of the user's.</summary>
/// <param name="services">What the command works with.</param>
internal sealed class KernelPrefixOption(CommandServices services)
{
    /// <summary>The option, for one command.</summary>
    public Option<string?> Option { get; } = new("--prefix") { HelpName = "DIR", Description = CommandsText.KernelPrefix };

    /// <summary>The folder of kernels that a command line means.</summary>
    public KernelStore Store(ParseResult parsed) => new(
        parsed.GetValue(Option) is { } prefix
            ? KernelFolders.Below(Path.GetFullPath(prefix, services.CurrentDirectory))
            : KernelFolders.User(services.Environment, services.CurrentDirectory));
}
