using System.Security.Cryptography;
using System.Text;

namespace Tortue.Cli.Chapters;

/// <summary>One digest of many texts. Each is counted, so that no two lists of texts run together into the same bytes.</summary>
internal sealed class KeyHash : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Adds texts.</summary>
    /// <param name="texts">The texts; null is another text than the empty one.</param>
    public KeyHash Add(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            var bytes = Encoding.UTF8.GetBytes(text ?? "");
            _hash.AppendData(BitConverter.GetBytes(text is null ? -1 : bytes.Length));
            _hash.AppendData(bytes);
        }

        return this;
    }

    /// <summary>The digest, 40 hexadecimal digits, fit for the name of a file.</summary>
    public override string ToString() => Convert.ToHexStringLower(_hash.GetCurrentHash().AsSpan(0, 20));

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();
}
