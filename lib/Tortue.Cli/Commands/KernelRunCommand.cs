using System.CommandLine;
using System.Net.Sockets;
using Tortue.Cli.Demo;
using Tortue.Cli.Errors;
using Tortue.Cli.Processes;
using Tortue.Cli.Terminal;
using Tortue.Notebooks.Jupyter;
using Tortue.Notebooks.Jupyter.Messages;
using Tortue.Notebooks.Scripting;

namespace Tortue.Cli.Commands;

/// <summary><c>tortue kernel run</c>: what Jupyter's clients call to start the kernel.</summary>
/// <param name="services">What the command works with.</param>
internal sealed class KernelRunCommand(CommandServices services)
{
    private readonly Argument<string> _file = new("connection-file") { Description = CommandsText.KernelRunFile };

    /// <summary>Describes the command to the parser.</summary>
    public Command Build()
    {
        var command = new Command("run", CommandsText.KernelRunDescription) { _file };
        command.SetAction(RunAsync);
        return command;
    }

    /// <summary>The session of a kernel: in the folder it was started in, with the results that were prepared for the course there.</summary>
    /// <param name="services">What the command works with.</param>
    internal static CSharpSessionOptions Session(CommandServices services) => new()
    {
        WorkingDirectory = services.CurrentDirectory,
        Results = PreparedCourse.Of(services, services.CurrentDirectory).Ready,
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
