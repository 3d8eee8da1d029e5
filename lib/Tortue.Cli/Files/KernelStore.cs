using Tortue.Cli.Errors;
using Tortue.Notebooks.Jupyter.Kernelspecs;

namespace Tortue.Cli.Files;

/// <summary>A folder of kernelspecs, each in the subfolder of its name; not all of them are Tortue's.</summary>
/// <param name="Root">The full path; the folder need not exist.</param>
internal sealed record KernelStore(string Root)
{
    /// <summary>The kernelspecs of Tortue, by their folders.</summary>
    /// <exception cref="CommandException">The folder cannot be read.</exception>
    public IReadOnlyList<(string Folder, Kernelspec Spec)> Own()
    {
        try
        {
            return
            [
                .. from folder in (Directory.Exists(Root) ? Directory.GetDirectories(Root) : []).Order(StringComparer.Ordinal)
                   let spec = TryRead(folder)
                   where spec is { IsTortue: true }
                   select (folder, spec),
            ];
        }
        catch (Exception exception) when (FileErrors.Covers(exception))
        {
            throw new CommandException(FilesText.KernelsUnreadable.With(Root, FileErrors.Reason(exception)));
        }
    }

    /// <summary>The folder for a kernel that is to be written.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="force">Whether a kernel that is not Tortue's may be replaced.</param>
    /// <exception cref="CommandException">Jupyter allows no such name, or the folder holds a kernel that is not Tortue's.</exception>
    public string FolderFor(string name, bool force)
    {
        var folder = PathOf(name);
        return force || !IsForeign(folder) ? folder : throw new CommandException(FilesText.KernelNotOurs.With(folder));
    }

    /// <summary>The folder of a kernel that is to be removed.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="CommandException">There is no such kernel, or it is not Tortue's.</exception>
    public string FolderOf(string name)
    {
        var folder = PathOf(name);
        if (IsForeign(folder)) throw new CommandException(FilesText.KernelNotOursToRemove.With(folder));
        return TryRead(folder) is not null ? folder : throw new CommandException(FilesText.KernelNoneNamed.With(name, Root));
    }

    /// <summary>Writes a kernelspec.</summary>
    /// <exception cref="CommandException">The file system refuses.</exception>
    public static void Write(Kernelspec spec, string folder)
    {
        try
        {
            spec.Write(folder);
        }
        catch (Exception exception) when (FileErrors.Covers(exception))
        {
            throw new CommandException(FilesText.KernelNotWritten.With(folder, FileErrors.Reason(exception)));
        }
    }

    /// <summary>Removes the folder of a kernel, with whatever is in it.</summary>
    /// <exception cref="CommandException">The file system refuses.</exception>
    public static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception exception) when (FileErrors.Covers(exception))
        {
            throw new CommandException(FilesText.KernelNotRemoved.With(folder, FileErrors.Reason(exception)));
        }
    }

    private string PathOf(string name)
    {
        try
        {
            return Path.Combine(Root, KernelspecName.Check(name));
        }
        catch (KernelspecException wrong)
        {
            throw new CommandException(wrong.Message, ExitCode.Usage);
        }
    }

    // A file that is no kernelspec is somebody's all the same.
    private static bool IsForeign(string folder)
    {
        try
        {
            return Kernelspec.Read(folder) is { IsTortue: false };
        }
        catch (Exception exception) when (exception is KernelspecException || FileErrors.Covers(exception))
        {
            return true;
        }
    }

    private static Kernelspec? TryRead(string folder)
    {
        try
        {
            return Kernelspec.Read(folder);
        }
        catch (Exception exception) when (exception is KernelspecException || FileErrors.Covers(exception))
        {
            return null;
        }
    }
}
