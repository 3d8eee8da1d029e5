using Tortue.Cli.Commands;
using Tortue.Cli.Errors;

namespace Tortue.Cli.Doctor;

/// <summary>The clients that are here, and the setting that completion in VS Code waits for.</summary>
/// <param name="services">The environment.</param>
internal sealed class ClientCheck(CommandServices services) : ICheck
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<Finding> RunAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        yield return OnPath("jupyter") is { } jupyter
            ? new(FindingState.Fine, DoctorText.Jupyter, jupyter)
            : new(FindingState.Note, DoctorText.Jupyter, DoctorText.JupyterMissing);
        var editors = EditorSettings.Find(services.Environment, OnPath).ToList();
        if (editors.Count == 0) yield return new(FindingState.Note, DoctorText.Code, DoctorText.CodeMissing);
        foreach (var (name, file) in editors)
        {
            yield return EditorSettings.CompletesAfterDot(file) switch
            {
                true => new(FindingState.Fine, DoctorText.Code, DoctorText.CodeReady.With(name, file)),
                false => new(FindingState.Note, DoctorText.Code, DoctorText.CodeTrigger.With(name, file)),
                null => new(FindingState.Note, DoctorText.Code, DoctorText.CodeBroken.With(name, file)),
            };
        }
    }

    private string? OnPath(string program)
    {
        string[] ends = OperatingSystem.IsWindows() ? [".exe", ".cmd"] : [""];
        return (services.Environment("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => ends.Select(end => Path.Combine(folder, program + end)))
            .FirstOrDefault(File.Exists);
    }
}
