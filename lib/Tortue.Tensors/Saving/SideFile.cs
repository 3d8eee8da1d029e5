namespace Tortue.Tensors.Saving;

/// <summary>Writes a file to the side and moves it into place, so that nobody finds half of one, and a failure leaves the former.</summary>
internal static class SideFile
{
    public static void Write(string location, Action<FileStream> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(location);
        var place = Path.GetFullPath(location);
        var side = Path.Combine(Path.GetDirectoryName(place)!, $".{Path.GetFileName(place)}.{Guid.NewGuid():N}.tmp");
        try
        {
            using (var stream = new FileStream(side, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16))
                write(stream);
            File.Move(side, place, overwrite: true);
        }
        catch
        {
            File.Delete(side);
            throw;
        }
    }

    /// <inheritdoc cref="Write(string, Action{FileStream})"/>
    public static void Write(string location, Action<BinaryWriter> write) => Write(location, (FileStream stream) =>
    {
        using var writer = new BinaryWriter(stream);
        write(writer);
    });

    /// <summary>Opens a file to read it.</summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    public static FileStream Open(string location)
    {
        ArgumentException.ThrowIfNullOrEmpty(location);
        if (!File.Exists(location))
            throw new FileNotFoundException($"There is no file '{Path.GetFullPath(location)}' to load.", location);
        return File.OpenRead(location);
    }
}
