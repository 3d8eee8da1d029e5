using System.CommandLine;
using Tortue.Cli.Errors;
using Tortue.Cli.Terminal;

namespace Tortue.Cli.Commands;

/// <summary><c>tortue kernel list</c>: which kernels of Tortue are installed, and whether they would start.</summary>
/// <param name="services">What the command works with.</param>
internal sealed class KernelListCommand(CommandServices services)
{
    private const string Gap = "  ";

    private readonly KernelPrefixOption _prefix = new(services);

    /// <summary>Describes the command to the parser.</summary>
    public Command Build()
    {
        var command = new Command("list", CommandsText.KernelListDescription) { _prefix.Option };
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var store = _prefix.Store(parsed);
        string[][] rows =
        [
            .. store.Own().Select(kernel => new[]
            {
                Path.GetFileName(kernel.Folder),
                kernel.Spec.DisplayName,
                kernel.Folder,
                kernel.Spec.MissingFile is { } missing ? CommandsText.KernelLost.With(missing) : CommandsText.KernelReady,
            }),
        ];
        if (rows.Length == 0) services.Messages.WriteLine(CommandsText.KernelNone.With(store.Root), Styles.Quiet);
        int[] widths = [.. Enumerable.Range(0, 3).Select(column => rows.Select(row => row[column].Length).DefaultIfEmpty().Max())];
        foreach (var row in rows)
        {
            var cells = row.Zip([.. widths, 0], (text, width) => text.PadRight(width));
            services.Output.WriteLine(string.Join(Gap, cells), Styles.Plain);
        }

        return ExitCode.Success;
    }
}
