using Xunit;

namespace Tortue.Testing;

/// <summary>The npm modules of tests/package.json, as <c>npm ci</c> leaves them beside it.</summary>
public static class NpmModules
{
    /// <summary>The path of a module's file; skips the calling test where the modules are not installed.</summary>
    /// <param name="module">Name in package.json, for example plotly-3.</param>
    /// <param name="file">File inside the module.</param>
    public static string Path(string module, string file)
    {
        var path = System.IO.Path.Combine(Repository.Root, "tests", "node_modules", module, file);
        if (!File.Exists(path))
            Assert.Skip($"The npm module {module} is not installed: run `npm ci` in tests.");
        return path;
    }
}
