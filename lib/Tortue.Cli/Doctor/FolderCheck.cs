using Tortue.Cli.Commands;
using Tortue.Cli.Errors;
using Tortue.Notebooks.Jupyter.Kernelspecs;

namespace Tortue.Cli.Doctor;

/// <summary>Where clients look for kernels.</summary>
/// <param name="folders">Those folders.</param>
/// <param name="services">Whose user it is.</param>
internal sealed class FolderCheck(IReadOnlyList<string> folders, CommandServices services) : ICheck
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<Finding> RunAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        var user = KernelFolders.User(services.Environment, services.CurrentDirectory);
        var words = folders
            .Where(folder => folder == user || Directory.Exists(folder))
            .Select(folder => folder == user ? DoctorText.FolderUser.With(folder, Directory.Exists(folder) ? "" : DoctorText.FolderMissing) : folder);
        yield return new(FindingState.Fine, DoctorText.Folders, string.Join("; ", words));
    }
}
