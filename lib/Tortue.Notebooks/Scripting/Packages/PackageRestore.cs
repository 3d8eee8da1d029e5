using System.ComponentModel;
using Tortue.Notebooks.Documents;

namespace Tortue.Notebooks.Scripting.Packages;

/// <summary>
/// Resolves packages by the SDK's restore. What it found out is kept in a file for each set of packages, so that the same set is there at once the next
/// time; a file is written to the side and moved into place, and several kernels may do so at once.
/// </summary>
/// <param name="folder">The folder of those files.</param>
/// <param name="program">The path of <c>dotnet</c>.</param>
/// <param name="time">The clock.</param>
internal sealed class PackageRestore(string folder, string program, TimeProvider time)
{
    private const string ProjectName = "Packages.csproj";

    /// <summary>How long "the latest version" is taken to be what it was.</summary>
    private static readonly TimeSpan FloatingAge = TimeSpan.FromDays(1);

    /// <summary>How many restores were run.</summary>
    public int Count { get; private set; }

    /// <summary>The packages of a plan.</summary>
    /// <param name="plan">What is asked for.</param>
    /// <param name="cancellation">Ends the restore.</param>
    /// <exception cref="PackageException">They cannot be had; the message says why.</exception>
    /// <exception cref="OperationCanceledException">The restore was ended.</exception>
    public async Task<PackageSet> RunAsync(PackagePlan plan, CancellationToken cancellation)
    {
        var kept = Path.Combine(folder, plan.Key() + ".json");
        if (IsFresh(kept, plan) && PackageAssets.Read(kept, plan.Packages) is { } known)
            return known;

        try
        {
            return await RestoreAsync(plan, kept, cancellation).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is PackageException or Win32Exception)
        {
            // Without a network, the latest that is here is the latest there is.
            if (PackageAssets.Read(kept, plan.Packages) is { } old)
                return old;

            throw exception as PackageException ?? new PackageException(PackagesText.NoSdk, "");
        }
    }

    private bool IsFresh(string kept, PackagePlan plan) =>
        File.Exists(kept) && (!plan.IsFloating || time.GetUtcNow() - File.GetLastWriteTimeUtc(kept) < FloatingAge);

    private async Task<PackageSet> RestoreAsync(PackagePlan plan, string kept, CancellationToken cancellation)
    {
        Count++;
        var side = Directory.CreateTempSubdirectory("tortue-packages-");
        try
        {
            var project = Path.Combine(side.FullName, ProjectName);
            await File.WriteAllTextAsync(project, plan.ToProject(), cancellation).ConfigureAwait(false);
            // Whatever a folder above pins, here the newest SDK is meant.
            await File.WriteAllTextAsync(Path.Combine(side.FullName, "global.json"), "{}", cancellation).ConfigureAwait(false);
            var (code, output) = await DotnetProgram.RunAsync(
                program, ["restore", ProjectName, "-noAutoResponse", "-nodeReuse:false", "-verbosity:quiet"], side.FullName, cancellation)
                .ConfigureAwait(false);
            var assets = Path.Combine(side.FullName, "obj", "project.assets.json");
            var errors = PackageAssets.ReadErrors(assets);
            if (code != 0 || errors.Count > 0 || PackageAssets.Read(assets, plan.Packages) is not { } set)
                throw RestoreErrors.Describe(errors, output, plan);

            Keep(assets, kept);
            return set;
        }
        finally
        {
            Remove(side);
        }
    }

    private static void Keep(string assets, string kept)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(kept)!);
            AtomicFile.WriteAllText(kept, File.ReadAllText(assets));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The next session restores again.
        }
    }

    private static void Remove(DirectoryInfo side)
    {
        try
        {
            side.Delete(recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It is in the system's folder for what can go.
        }
    }
}
