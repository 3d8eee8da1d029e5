using System.CommandLine;
using System.Net.Sockets;
using Tortue.Cli.Demo;
using Tortue.Cli.Errors;
using Tortue.Cli.Files;
using Tortue.Cli.Processes;
using Tortue.Cli.Terminal;
using Tortue.Experiments;
using Tortue.Notebooks.Jupyter;
using Tortue.Notebooks.Jupyter.Messages;
using Tortue.Notebooks.Scripting;

namespace Tortue.Cli.Commands;

/// <summary><c>tortue kernel run</c>: what Jupyter's clients call to start the kernel.</summary>
/// <param name="services">What the command works with.</param>
internal sealed class KernelRunCommand(CommandServices services)
{
    /// <summary>The variable that asks a kernel for the stored results of a preset.</summary>
    internal const string PresetVariable = "TORTUE_PRESET";

    private readonly Argument<string> _file = new("connection-file") { Description = CommandsText.KernelRunFile };

    /// <summary>Describes the command to the parser.</summary>
    public Command Build()
    {
        var command = new Command("run", CommandsText.KernelRunDescription) { _file };
        command.SetAction(RunAsync);
        return command;
    }

    /// <summary>
    /// The session of a kernel: in the folder it was started in, with the results that were prepared for the course there, or the stored ones of
    /// the preset that <see cref="PresetVariable"/> names.
    /// </summary>
    /// <param name="services">What the command works with.</param>
    /// <exception cref="CommandException">There is no such preset.</exception>
    internal static CSharpSessionOptions Session(CommandServices services) => new()
    {
        WorkingDirectory = services.CurrentDirectory,
        Results = services.Environment(PresetVariable) is { Length: > 0 } preset
            ? StoredResults(services, preset)
            : PreparedCourse.Of(services, services.CurrentDirectory).Ready,
    };

    private static ReadyResults StoredResults(CommandServices services, string preset) => preset.ToLowerInvariant() switch
    {
        "quick" => ReadyResults.None,
        "standard" => StoredPreset.Results(
            CourseFolder.Find(services.CurrentDirectory), services.Experiments, ExperimentPreset.Standard),
        _ => throw new CommandException(CommandsText.KernelPreset.With(PresetVariable, preset), ExitCode.Usage),
    };

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        // A client that is killed sends no shutdown. Who the parent is can only be asked before that.
        if (ParentWatch.OfKernel(services.Environment) is { } client) ParentWatch.Start(client, () => { });
        var path = Path.GetFullPath(parsed.GetRequiredValue(_file), services.CurrentDirectory);
        try
        {
            var options = new KernelOptions
            {
                Session = Session(services),
                Log = message => services.Messages.WriteLine(message, Styles.Plain),
                Time = services.Time,
            };
            await using var kernel = new KernelServer(ConnectionFile.Load(path), options);
            kernel.Start();
            await kernel.Ended.WaitAsync(cancellation).ConfigureAwait(false);
            return ExitCode.Success;
        }
        catch (OperationCanceledException)
        {
            // How VS Code ends a kernel: nobody waits for a word about it.
            return ExitCode.Success;
        }
        catch (ConnectionFileException wrong)
        {
            throw new CommandException(wrong.Message);
        }
        catch (SocketException taken)
        {
            throw new CommandException(CommandsText.PortTaken.With(path, taken.Message));
        }
    }
}
