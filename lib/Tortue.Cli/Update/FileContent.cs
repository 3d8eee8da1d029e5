namespace Tortue.Cli.Update;

/// <summary>What files hold.</summary>
internal static class FileContent
{
    /// <summary>Whether two files hold the same bytes.</summary>
    /// <param name="one">A file.</param>
    /// <param name="other">Another.</param>
    public static bool AreSame(string one, string other) =>
        File.Exists(one) && File.Exists(other)
        && new FileInfo(one).Length == new FileInfo(other).Length
        && File.ReadAllBytes(one).AsSpan().SequenceEqual(File.ReadAllBytes(other));

    /// <summary>Copies a file to a name that is free: to the side, flushed to the disk, and moved; there is all of it or nothing.</summary>
    /// <param name="source">The file.</param>
    /// <param name="target">The name.</param>
    public static void Keep(string source, string target)
    {
        if (AreSame(source, target)) return;
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var side = $"{target}.part";
        using (var from = File.OpenRead(source))
        using (var to = new FileStream(side, FileMode.Create, FileAccess.Write))
        {
            from.CopyTo(to);
            to.Flush(flushToDisk: true);
        }
        File.Move(side, target);
    }
}
