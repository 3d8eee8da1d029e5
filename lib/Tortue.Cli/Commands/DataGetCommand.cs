using System.CommandLine;
using Tortue.Cli.Errors;
using Tortue.Cli.Terminal;
using Tortue.Data;
using Tortue.Data.Downloads;

namespace Tortue.Cli.Commands;

/// <summary><c>tortue data get</c>: downloads sets.</summary>
/// <param name="services">What the command works with.</param>
internal sealed class DataGetCommand(CommandServices services)
{
    private readonly Argument<string[]> _names = new("set")
    {
        Description = CommandsText.DataGetSets,
        Arity = ArgumentArity.OneOrMore,
        Validators = { ParseErrorText.RefuseUnknownOptions },
    };

    private readonly Option<string?> _to = new("--to") { HelpName = "FOLDER", Description = CommandsText.DataGetTo };

    /// <summary>Describes the command to the parser.</summary>
    public Command Build()
    {
        var command = new Command("get", CommandsText.DataGetDescription) { _names, _to };
        _names.CompletionSources.Add([.. services.DataSets.Select(set => set.Name)]);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var store = services.DataStore(parsed.GetValue(_to));
        RealDataSet[] sets = [.. parsed.GetValue(_names)!.Select(store.Set).Distinct()];
        using var downloader = new Downloader(services.Patience);
        var display = new DownloadDisplay(services.Messages);
        foreach (var set in sets)
            await GetAsync(set, store.TargetOf(set), downloader, display, cancellationToken);
        if (parsed.GetValue(_to) is not null)
            services.Messages.WriteLine(CommandsText.DataSetVariable.With(DataFolder.Variable, store.Root), Styles.Quiet);
        return ExitCode.Success;
    }

    private async Task GetAsync(
        RealDataSet set, string folder, Downloader downloader, DownloadDisplay display, CancellationToken cancellationToken)
    {
        long start = services.Time.GetTimestamp();
        bool isNew = false;
        foreach (var file in set.Files)
        {
            try
            {
                isNew |= await display.ShowAsync(file, progress => downloader.GetAsync(file, folder, progress, cancellationToken));
            }
            catch (DownloadException exception)
            {
                throw new CommandException(exception.Message);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                throw new CommandException(CommandsText.DataCancelled.With(file.Name), ExitCode.Cancelled);
            }
        }

        var size = Quantities.ShowSize(set.Files.Sum(file => file.Size));
        var time = isNew ? Quantities.Show(services.Time.GetElapsedTime(start)) : CommandsText.DataWasHere;
        services.Output.WriteLine(CommandsText.DataGot.With(set.Name, folder, size, time), Styles.Plain);
        if (isNew) services.Messages.WriteLine(CommandsText.DataCite.With(set.Citation, set.Licence), Styles.Quiet);
    }
}
