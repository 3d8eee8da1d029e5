using System.Security.Cryptography;
using System.Text;
using Tortue.Notebooks.Documents;

namespace Tortue.Notebooks.Handouts.Assets;

/// <summary>
/// A folder of files that several pages share. A file's name holds a sum of its content: pages of two versions of a course can stand side by side,
/// and a file that is there is the right one.
/// </summary>
/// <param name="folder">The folder; made with its first file.</param>
/// <param name="pages">The folder of the page that refers to it.</param>
internal sealed class AssetFolder(string folder, string pages)
{
    private const int DigitsOfSum = 10;

    /// <summary>Puts a text file into the folder where it is not there yet.</summary>
    /// <param name="name">The name's beginning, for example <c>plotly.js-3.7.0</c>.</param>
    /// <param name="extension">The name's end, with its dot.</param>
    /// <param name="content">What is in it.</param>
    /// <returns>Its address as the page refers to it.</returns>
    /// <exception cref="HandoutWriteException">It cannot be written.</exception>
    public string Put(string name, string extension, string content)
    {
        var sum = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..DigitsOfSum];
        var path = Path.Combine(folder, $"{name}.{sum}{extension}");
        if (!File.Exists(path))
            HandoutFile.Write(path, file => AtomicFile.WriteAllText(file, content));
        var steps = Path.GetRelativePath(pages, path).Split(Path.DirectorySeparatorChar);
        return string.Join('/', steps.Select(Uri.EscapeDataString));
    }
}
