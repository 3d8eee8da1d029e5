using System.CommandLine;
using Tortue.Cli.Doctor;
using Tortue.Cli.Errors;
using Tortue.Cli.Terminal;
using Tortue.Notebooks.Jupyter.Kernelspecs;

namespace Tortue.Cli.Commands;

/// <summary><c>tortue kernel doctor</c>: tries what a notebook needs, a line for each thing.</summary>
/// <param name="services">What the command works with.</param>
internal sealed class KernelDoctorCommand(CommandServices services)
{
    private const string Gap = "  ";

    private readonly KernelPrefixOption _prefix = new(services);

    /// <summary>Describes the command to the parser.</summary>
    public Command Build()
    {
        var command = new Command("doctor", CommandsText.KernelDoctorDescription) { _prefix.Option };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        IReadOnlyList<string> folders = parsed.GetValue(_prefix.Option) is null
            ? KernelFolders.All(services.Environment, services.CurrentDirectory)
            : [_prefix.Store(parsed).Root];
        ICheck[] checks = [new DotnetCheck(services), new FolderCheck(folders, services), new KernelCheck(folders, services), new ClientCheck(services)];
        var isWrong = false;
        foreach (var check in checks)
        {
            await foreach (var finding in check.RunAsync(cancellation).ConfigureAwait(false))
            {
                isWrong |= finding.State == FindingState.Wrong;
                services.Output.WriteLine(Line(finding), StyleOf(finding.State));
            }
        }

        return isWrong ? ExitCode.Failure : ExitCode.Success;
    }

    private static string Line(Finding finding)
    {
        var state = finding.State switch
        {
            FindingState.Fine => DoctorText.Fine,
            FindingState.Note => DoctorText.Note,
            _ => DoctorText.Wrong,
        };
        string[] subjects = [DoctorText.Dotnet, DoctorText.Folders, DoctorText.Kernel, DoctorText.Jupyter, DoctorText.Code];
        string[] states = [DoctorText.Fine, DoctorText.Note, DoctorText.Wrong];
        return state.PadRight(states.Max(word => word.Length)) + Gap + finding.Subject.PadRight(subjects.Max(word => word.Length)) + Gap + finding.Text;
    }

    private static Spectre.Console.Style StyleOf(FindingState state) => state switch
    {
        FindingState.Fine => Styles.Plain,
        FindingState.Note => Styles.Notice,
        _ => Styles.Error,
    };
}
