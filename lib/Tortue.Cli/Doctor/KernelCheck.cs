using System.Globalization;
using Tortue.Cli.Commands;
using Tortue.Cli.Errors;
using Tortue.Notebooks.Jupyter.Kernelspecs;
using Tortue.Notebooks.Jupyter.Probing;

namespace Tortue.Cli.Doctor;

/// <summary>The kernels for C#: those of Tortue are tried, others are named.</summary>
/// <param name="folders">Where clients look for kernels.</param>
/// <param name="services">The clock and the environment.</param>
internal sealed class KernelCheck(IReadOnlyList<string> folders, CommandServices services) : ICheck
{
    // As long as VS Code waits for a kernel.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <inheritdoc/>
    public async IAsyncEnumerable<Finding> RunAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var found = new List<(string Folder, Kernelspec Spec)>();
        var isAny = false;
        foreach (var folder in folders.Where(Directory.Exists).SelectMany(root => Directory.GetDirectories(root).Order(StringComparer.Ordinal)))
        {
            var (spec, broken) = Read(folder);
            if (broken is not null)
                yield return broken;
            if (spec is null) continue;
            if (spec.IsTortue)
            {
                isAny = true;
                found.Add((folder, spec));
                yield return await TryAsync(folder, spec, cancellation).ConfigureAwait(false);
            }
            else if (IsCSharp(spec))
            {
                found.Add((folder, spec));
                yield return Say(FindingState.Note, DoctorText.OtherKernel.With(Path.GetFileName(folder), spec.DisplayName, folder));
            }
        }

        if (!isAny) yield return Say(FindingState.Wrong, DoctorText.NoKernel);
        foreach (var (folder, _) in found.Where(kernel => IsUntrusted(kernel.Folder)))
            yield return Say(FindingState.Note, DoctorText.Untrusted.With(folder));
        foreach (var twins in found.GroupBy(kernel => (kernel.Spec.DisplayName, kernel.Spec.Arguments.FirstOrDefault())).Where(group => group.Count() > 1))
        {
            var names = twins.Select(twin => Path.GetFileName(twin.Folder)).ToList();
            yield return Say(FindingState.Note, DoctorText.Twins.With(names[0], string.Join(", ", names.Skip(1)), twins.Key.DisplayName));
        }
    }

    private static (Kernelspec? Spec, Finding? Broken) Read(string folder)
    {
        try
        {
            return (Kernelspec.Read(folder), null);
        }
        catch (Exception exception) when (exception is KernelspecException || FileErrors.Covers(exception))
        {
            var text = DoctorText.BrokenSpec.With(OneLine.Of(exception.Message).TrimEnd('.'), Path.GetFileName(folder));
            return (null, Say(FindingState.Wrong, text));
        }
    }

    private async Task<Finding> TryAsync(string folder, Kernelspec spec, CancellationToken cancellation)
    {
        var name = Path.GetFileName(folder);
        if (spec.MissingFile is { } missing) return Say(FindingState.Wrong, DoctorText.LostProgram.With(name, missing, name));
        try
        {
            var result = await new KernelProbe(services.Time).RunAsync(spec, Limit, cancellation).ConfigureAwait(false);
            var own = Course.About().Library;
            return own.Contains(result.Version, StringComparison.Ordinal)
                ? Say(FindingState.Fine, DoctorText.RoundTrip.With(name, spec.DisplayName, Milliseconds(result.Ready), Milliseconds(result.Cell), Milliseconds(result.End), folder))
                : Say(FindingState.Note, DoctorText.OtherVersion.With(name, result.Version, own, name));
        }
        catch (KernelProbeException wrong)
        {
            return Say(FindingState.Wrong, DoctorText.NoRoundTrip.With(name, spec.DisplayName, OneLine.Of(wrong.Message), folder));
        }
    }

    private bool IsUntrusted(string folder) =>
        OperatingSystem.IsWindows() && KernelFolders.System(services.Environment).Contains(Path.GetDirectoryName(folder)!);

    private static bool IsCSharp(Kernelspec spec) => spec.Language.ToUpperInvariant() is "C#" or "CSHARP";

    private static string Milliseconds(TimeSpan time) => time.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture);

    private static Finding Say(FindingState state, string text) => new(state, DoctorText.Kernel, text);
}
