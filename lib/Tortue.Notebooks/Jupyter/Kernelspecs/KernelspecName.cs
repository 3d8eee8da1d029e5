using System.Buffers;
using System.Globalization;

namespace Tortue.Notebooks.Jupyter.Kernelspecs;

/// <summary>The names that Jupyter allows: ASCII letters, digits, '-', '.' and '_'; capital letters make no difference.</summary>
public static class KernelspecName
{
    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._");

    /// <summary>The name of the folder for a kernelspec: without capital letters, as Jupyter's own installer writes it.</summary>
    /// <param name="name">The name that was asked for.</param>
    /// <exception cref="KernelspecException">Jupyter would not find a kernelspec of that name.</exception>
    public static string Check(string name)
    {
        // '.' and '..' are other folders than one for a kernelspec.
        bool isName = name.AsSpan().Trim('.').Length > 0 && !name.AsSpan().ContainsAnyExcept(Allowed);
        return isName
            ? name.ToLowerInvariant()
            : throw new KernelspecException(string.Format(CultureInfo.InvariantCulture, KernelspecsText.BadName, name));
    }
}
