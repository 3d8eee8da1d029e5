namespace Tortue.Notebooks.Scripting;

/// <summary>A place that a session's assemblies come from.</summary>
internal interface IAssemblySource
{
    /// <summary>The file of the assembly with this simple name; null where the place has none.</summary>
    string? Find(string simpleName);

    /// <summary>Where a native library may lie; the files need not be there.</summary>
    /// <param name="names">The names that its file may have, the likeliest first.</param>
    IEnumerable<string> NativeCandidates(IReadOnlyList<string> names);
}
