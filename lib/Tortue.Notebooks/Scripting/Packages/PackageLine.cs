using System.Globalization;

namespace Tortue.Notebooks.Scripting.Packages;

/// <summary>The line below a cell that says which packages are being fetched, and then which are there.</summary>
/// <param name="sink">The cell's outputs.</param>
/// <param name="time">The clock.</param>
internal sealed class PackageLine(IOutputSink sink, TimeProvider time)
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    private readonly string _id = Guid.NewGuid().ToString("N");
    private bool _isShown;

    /// <summary>Shows the line while a restore runs, and what came of it.</summary>
    /// <param name="requests">What was asked for.</param>
    /// <param name="restoring">The restore.</param>
    public async Task<PackageSet> FollowAsync(IReadOnlyList<PackageRequest> requests, Task<PackageSet> restoring)
    {
        var names = string.Join(", ", requests.Select(request => request.Version is null ? request.Id : $"{request.Id} {request.Version}"));
        var start = time.GetTimestamp();
        try
        {
            while (!restoring.IsCompleted)
            {
                var seconds = (int)time.GetElapsedTime(start).TotalSeconds;
                Say(seconds == 0 ? Format(PackagesText.Restoring, names) : Format(PackagesText.StillRestoring, names, seconds));
                await Task.WhenAny(restoring, Task.Delay(Step, time)).ConfigureAwait(false);
            }

            var set = await restoring.ConfigureAwait(false);
            Say(Summary(requests, set));
            Warn(requests, set);
            return set;
        }
        catch when (_isShown)
        {
            // The error says it all.
            sink.OnDisplay(_id, new Dictionary<string, string>(), isUpdate: true);
            throw;
        }
    }

    private static string Summary(IReadOnlyList<PackageRequest> requests, PackageSet set)
    {
        var asked = requests.Select(request => request.Id).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var names = string.Join(", ", asked.Select(id => $"{set.Packages[id].Id} {set.Packages[id].Version}"));
        return Format(PackagesText.Ready, names);
    }

    private void Warn(IReadOnlyList<PackageRequest> requests, PackageSet set)
    {
        foreach (var framework in set.Frameworks)
            sink.OnStream("stderr", Format(PackagesText.NeedsFramework, framework) + "\n");
        foreach (var request in requests.Where(request => set.Packages[request.Id].Dependencies.Contains("Microsoft.DotNet.Interactive")))
            sink.OnStream("stderr", Format(PackagesText.Extension, request.Id, WithoutInteractive(request.Id)) + "\n");
    }

    private static string WithoutInteractive(string id)
    {
        const string End = ".Interactive";
        return id.EndsWith(End, StringComparison.OrdinalIgnoreCase) ? id[..^End.Length] : id;
    }

    private void Say(string text)
    {
        sink.OnDisplay(_id, new Dictionary<string, string> { ["text/plain"] = text }, isUpdate: _isShown);
        _isShown = true;
    }

    private static string Format(string format, params object[] values) => string.Format(CultureInfo.CurrentCulture, format, values);
}
