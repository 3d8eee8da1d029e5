namespace Tortue.Notebooks.Scripting.Packages;

/// <summary>
/// The packages of one session. A cell asks for what its directives name; what is not here is noted, to be restored before the cell is compiled. All that cells have asked for is resolved together, and what was handed out once stays as it is.
/// </summary>
/// <param name="restore">Resolves packages.</param>
/// <param name="assemblies">Where the packages' assemblies are loaded.</param>
/// <param name="folder">The notebook's folder.</param>
internal sealed class SessionPackages(PackageRestore restore, SessionAssemblies assemblies, string folder)
{
    /// <summary>Packages that make up .NET Interactive: they talk to a kernel that is not this one.</summary>
    private const string OtherKernel = "Microsoft.DotNet.Interactive";

    private readonly Dictionary<string, string> _failures = [];
    private readonly Dictionary<string, PackageRequest> _missing = [];
    private readonly List<string> _sources = [];

    /// <summary>What cells that ran were given.</summary>
    private PackageSet _used = PackageSet.None;

    /// <summary>What the next cell is given: at least the same.</summary>
    private PackageSet _next = PackageSet.None;

    /// <summary>The sentence for a reference that could not be had; null for none.</summary>
    public string? FailureOf(string reference) => _failures.GetValueOrDefault(reference);

    /// <summary>Adds feeds to those of the user's settings.</summary>
    /// <param name="feeds">Addresses, and folders seen from the notebook's.</param>
    public void AddFeeds(IEnumerable<string> feeds) => _sources.AddRange(feeds.Select(FullSource).Except(_sources).ToList());

    /// <summary>Forgets what an earlier cell was refused.</summary>
    public void Begin()
    {
        _failures.Clear();
        _missing.Clear();
    }

    /// <summary>The assemblies for the compiler of all packages that are here.</summary>
    public IEnumerable<string> CompileFiles =>
        _next.CompileFiles.Select(file => assemblies.FindCopy(Path.GetFileNameWithoutExtension(file)) ?? file).Distinct();

    /// <summary>Asks for packages: what is not here is noted, to be restored.</summary>
    /// <param name="reference">A text that <see cref="PackageRequest.IsOne"/> holds for.</param>
    /// <returns>Whether they are here.</returns>
    public bool Ask(string reference)
    {
        try
        {
            var request = PackageRequest.Parse(reference);
            if (_next.Has(request))
                return true;

            if (request.Id.StartsWith(OtherKernel, StringComparison.OrdinalIgnoreCase))
                throw new PackageException(PackagesText.OtherKernel, request.Id);

            _missing[reference] = request;
        }
        catch (PackageException wrong)
        {
            _failures[reference] = wrong.Message;
        }

        return false;
    }

    /// <summary>Restores what is missing; where that fails, <see cref="FailureOf"/> has the sentence.</summary>
    /// <param name="line">Tells the user.</param>
    /// <param name="cancellation">Ends the restore.</param>
    /// <returns>Whether anything was missing.</returns>
    public async Task<bool> RestoreAsync(PackageLine line, CancellationToken cancellation)
    {
        var missing = _missing.ToList();
        if (missing.Count == 0)
            return false;

        _missing.Clear();
        try
        {
            List<PackageRequest> requests = [.. missing.Select(entry => entry.Value).Distinct()];
            _next = await line.FollowAsync(requests, Restore(requests, cancellation)).ConfigureAwait(false);
        }
        catch (PackageException wrong)
        {
            // Where the blame is on none of them, it is on the first.
            var blamed = missing.Where(entry => string.Equals(entry.Value.Id, wrong.Id, StringComparison.OrdinalIgnoreCase)).Select(entry => entry.Key);
            foreach (var reference in blamed.DefaultIfEmpty(missing[0].Key))
                _failures[reference] = wrong.Message;
        }

        return true;
    }

    /// <summary>The cell compiles: what it was given is now the session's.</summary>
    public void Use()
    {
        if (ReferenceEquals(_used, _next))
            return;

        _used = _next;
        assemblies.Add(_used);
    }

    private async Task<PackageSet> Restore(IReadOnlyList<PackageRequest> requests, CancellationToken cancellation)
    {
        var plan = new PackagePlan(Together(requests), [.. _sources], folder);
        var set = await restore.RunAsync(plan, cancellation).ConfigureAwait(false);
        foreach (var (name, file) in _used.RuntimeFiles)
        {
            if (set.Find(name) != file && _used.OwnerOf(file) is { } owner)
                throw new PackageException(PackagesText.WouldReplace, requests[^1].Id, owner.Id, owner.Version, set.Packages.GetValueOrDefault(owner.Id)?.Version ?? "");
        }

        return set with { Requests = [.. _used.Requests, .. requests] };
    }

    /// <summary>What the session has, each at its version, and what is new.</summary>
    private List<PackageRequest> Together(IEnumerable<PackageRequest> missing)
    {
        var together = _used.Requests.Select(known => known with { Version = _used.Packages[known.Id].Version }).ToList();
        foreach (var request in missing)
        {
            if (_used.Packages.TryGetValue(request.Id, out var loaded))
                throw new PackageException(PackagesText.OtherVersion, request.Id, request.Range, loaded.Version);

            var twin = together.Find(known => string.Equals(known.Id, request.Id, StringComparison.OrdinalIgnoreCase));
            if (twin is null)
                together.Add(request);
            else if (twin.Range != request.Range)
                throw new PackageException(PackagesText.TwoVersions, request.Id, twin.Range, request.Range);
        }

        return together;
    }

    private string FullSource(string source) =>
        Uri.TryCreate(source, UriKind.Absolute, out var address) && !address.IsFile ? source : Path.GetFullPath(source, folder);
}
