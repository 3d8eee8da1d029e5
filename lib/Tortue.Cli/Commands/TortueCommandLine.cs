using System.CommandLine;
using Tortue.Cli.Errors;
using Tortue.Cli.Terminal;

namespace Tortue.Cli.Commands;

/// <summary>Reads a command line, runs its command, and turns whatever goes wrong into a sentence and an exit code.</summary>
/// <param name="services">What the commands work with.</param>
internal sealed class TortueCommandLine(CommandServices services)
{
    // How long a cell may take to notice that it is cancelled before the process leaves without it.
    private static readonly TimeSpan CancellationGrace = TimeSpan.FromSeconds(5);

    /// <summary>Runs one command line.</summary>
    /// <param name="args">The words after <c>tortue</c>.</param>
    /// <param name="cancellationToken">Does what Ctrl+C does.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        var tree = new CommandTree(services);
        // A word that starts with @ is a file's name like any other.
        var parsed = tree.Root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        try
        {
            if (args.Length == 0) return ShowHelp(tree);
            if (parsed.Errors.Count > 0 && !tree.IsInformation(parsed.Action))
                throw new CommandException(ParseErrorText.Describe(parsed), ExitCode.Usage);
            var code = await parsed.InvokeAsync(
                new InvocationConfiguration
                {
                    Output = services.Output.Profile.Out.Writer,
                    Error = services.Messages.Profile.Out.Writer,
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = CancellationGrace,
                },
                cancellationToken);
            // The parser came back without the command, which did not end in time.
            if (code == ExitCode.Cancelled) Say(CommandsText.Cancelled);
            return code;
        }
        catch (OperationCanceledException)
        {
            Say(CommandsText.Cancelled);
            return ExitCode.Cancelled;
        }
        catch (CommandException exception)
        {
            Say(exception.Message);
            return exception.ExitCode;
        }
        catch (Exception exception)
        {
            Say(tree.IsVerbose(parsed)
                ? exception.ToString()
                : CommandsText.Unexpected.With(exception.GetType().Name, OneLine.Of(exception.Message)));
            return ExitCode.Failure;
        }
    }

    private int ShowHelp(CommandTree tree)
    {
        tree.Root.Parse("--help").Invoke(new InvocationConfiguration { Output = services.Messages.Profile.Out.Writer });
        return ExitCode.Usage;
    }

    private void Say(string sentence) => services.Messages.WriteLine(sentence, Styles.Error);
}
