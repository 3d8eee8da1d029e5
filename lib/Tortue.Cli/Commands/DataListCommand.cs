using System.CommandLine;
using Tortue.Cli.Errors;
using Tortue.Cli.Files;
using Tortue.Cli.Terminal;
using Tortue.Data;

namespace Tortue.Cli.Commands;

/// <summary><c>tortue data list</c>: which sets there are, and which of them are here.</summary>
/// <param name="services">What the command works with.</param>
internal sealed class DataListCommand(CommandServices services)
{
    private const string Gap = "  ";

    /// <summary>Describes the command to the parser.</summary>
    public Command Build()
    {
        var command = new Command("list", CommandsText.DataListDescription);
        command.SetAction(_ => Run());
        return command;
    }

    private int Run()
    {
        var store = services.DataStore();
        string[][] rows =
        [
            .. services.DataSets.Select(set => new[]
            {
                set.Name, Quantities.ShowSize(set.Files.Sum(file => file.Size)), State(store, set), $"{set.Title}: {set.Contents}",
            }),
        ];
        int[] widths = [.. Enumerable.Range(0, 3).Select(column => rows.Max(row => row[column].Length))];
        foreach (var row in rows)
        {
            var line = string.Join(Gap, row[0].PadRight(widths[0]), row[1].PadLeft(widths[1]), row[2].PadRight(widths[2]), row[3]);
            services.Output.WriteLine(line, Styles.Plain);
        }

        services.Messages.WriteLine(CommandsText.DataKept.With(store.Root, DataFolder.Variable), Styles.Quiet);
        return ExitCode.Success;
    }

    private static string State(DataStore store, RealDataSet set) =>
        (store.Has(set, DataPart.Training), store.Has(set, DataPart.Test)) switch
        {
            (true, true) => CommandsText.DataHere,
            (true, false) => CommandsText.DataTrainingOnly,
            (false, true) => CommandsText.DataTestOnly,
            _ => CommandsText.DataNotHere,
        };
}
