using System.Runtime.InteropServices;
using System.Text.Json;
using Tortue.Cli.Commands;
using Tortue.Cli.Errors;
using Tortue.Cli.Files;
using Tortue.Notebooks.Scripting;

namespace Tortue.Cli.Doctor;

/// <summary>The runtime that the kernel runs on, and the SDK that packages and builds need.</summary>
/// <param name="services">Where to look from.</param>
internal sealed class DotnetCheck(CommandServices services) : ICheck
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<Finding> RunAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        var program = new CSharpSessionOptions().Dotnet;
        var folder = Path.GetDirectoryName(File.Exists(program) ? File.ResolveLinkTarget(program, returnFinalTarget: true)?.FullName ?? program : program)!;
        yield return Judge(RuntimeInformation.FrameworkDescription, folder, NewestSdk(folder), services.CurrentDirectory);
    }

    /// <summary>What is to say of an SDK.</summary>
    /// <param name="runtime">The running runtime's name.</param>
    /// <param name="folder">Where the SDK was looked for.</param>
    /// <param name="sdk">Its version; null where there is none.</param>
    /// <param name="start">Where a global.json is looked for, upwards.</param>
    internal static Finding Judge(string runtime, string folder, Version? sdk, string start)
    {
        if (sdk is null) return new(FindingState.Note, DoctorText.Dotnet, DoctorText.DotnetNoSdk.With(runtime));

        var asked = CourseFolder.Find(start) is { } course ? AskedFor(Path.Combine(course.Root, "global.json")) : null;
        return asked is { } least && sdk < least.Version
            ? new(FindingState.Note, DoctorText.Dotnet, DoctorText.DotnetOldSdk.With(runtime, sdk, folder, least.Version, least.File))
            : new(FindingState.Fine, DoctorText.Dotnet, DoctorText.DotnetFine.With(runtime, sdk, folder));
    }

    private static Version? NewestSdk(string folder)
    {
        var sdks = Path.Combine(folder, "sdk");
        return Directory.Exists(sdks) ? Directory.GetDirectories(sdks).Select(sdk => VersionOf(Path.GetFileName(sdk))).Max() : null;
    }

    private static (Version Version, string File)? AskedFor(string file)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file), new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return document.RootElement.TryGetProperty("sdk", out var sdk) && sdk.TryGetProperty("version", out var version)
                && VersionOf(version.ToString()) is { } least ? (least, file) : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException || FileErrors.Covers(exception))
        {
            return null;
        }
    }

    // A preview counts as the version that it comes before.
    private static Version? VersionOf(string text) => Version.TryParse(text.Split('-')[0], out var version) ? version : null;
}
