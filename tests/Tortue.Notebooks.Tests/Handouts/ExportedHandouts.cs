using System.Security.Cryptography;
using Tortue.Notebooks.Handouts;
using Tortue.Testing;
using Xunit;

namespace Tortue.Notebooks.Tests.Handouts;

/// <summary>
/// Handouts that <c>tortue export</c> wrote before the tests, so that no chapter is run once more to look at the same page: <c>.ci/run</c>
/// exports, and names the folder in TORTUE_TEST_HANDOUTS. Beside the pages lie the sums of the files that they were made from and what the
/// command said.
/// </summary>
/// <param name="root">The folder of the solution.</param>
/// <param name="folder">The handouts' folder, as seen from there.</param>
internal sealed class ExportedHandouts(string root, string folder)
{
    /// <summary>As <c>sha256sum</c> writes them: 64 digits, two characters, the file as seen from <paramref name="root"/>.</summary>
    public const string Sums = "made-from.sha256";

    /// <summary>What the command wrote on its error output.</summary>
    public const string Messages = "messages.txt";

    private const string Variable = "TORTUE_TEST_HANDOUTS";
    private const string Program = "lib/Tortue.Cli/bin/Release/net10.0/";

    /// <summary>The handouts that the variable names; null where it names none.</summary>
    public static ExportedHandouts? Named =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? new(Repository.Root, folder) : null;

    /// <summary>The page of a notebook; fails where it was written by another program, with another library or of another notebook than those here.</summary>
    /// <param name="notebook">The notebook's file name.</param>
    /// <param name="ending">How the page's file name ends, in place of the notebook's .ipynb.</param>
    /// <param name="variant">For whom the page is.</param>
    public string PageOf(string notebook, string ending = ".html", HandoutVariant variant = HandoutVariant.Student)
    {
        var page = folder + "/" + FolderOf(variant) + Path.ChangeExtension(notebook, ending);
        var sums = File.ReadLines(Path.Join(root, folder, Sums)).ToDictionary(line => line[66..], line => line[..64], StringComparer.Ordinal);
        var sources = Directory.GetFiles(Path.Join(root, "lib", "bin"), "*.dll").Select(library => "lib/bin/" + Path.GetFileName(library))
            .Append(Program + "Tortue.Cli.dll").Append("notebooks/" + notebook).Append(page);
        foreach (var source in sources)
            AssertSame(source, Path.Join(root, source));
        // The program's own copy of what these tests test.
        var tested = typeof(HandoutExporter).Assembly.Location;
        AssertSame(Program + Path.GetFileName(tested), tested);
        return Path.Join(root, page);

        void AssertSame(string source, string file) => Assert.True(
            sums.GetValueOrDefault(source) == Sum(file), $"{page} was made from another {source} than the one here. Export again, or unset {Variable}.");
    }

    /// <summary>The folder of a variant's pages inside that of the students', with a slash behind it; empty for the students'.</summary>
    public static string FolderOf(HandoutVariant variant) =>
        variant == HandoutVariant.Student ? "" : variant.ToString().ToLowerInvariant() + "/";

    /// <summary>What the command said beside its progress.</summary>
    public IEnumerable<string> Notices => File.ReadLines(Path.Join(root, folder, Messages))
        .Where(line => !line.StartsWith("Running ", StringComparison.Ordinal) && !line.StartsWith("  cell ", StringComparison.Ordinal));

    private static string Sum(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));
}
