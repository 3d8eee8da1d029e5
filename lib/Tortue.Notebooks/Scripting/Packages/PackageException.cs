using System.Globalization;

namespace Tortue.Notebooks.Scripting.Packages;

/// <summary>Packages that cannot be had; the message is one sentence for the user.</summary>
internal sealed class PackageException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="format">The sentence, with the package's name in its first place.</param>
    /// <param name="id">The package that is to blame; empty where it is no single one.</param>
    /// <param name="values">What goes into its other places.</param>
    public PackageException(string format, string id, params object[] values)
        : base(string.Format(CultureInfo.CurrentCulture, format, [id, .. values])) => Id = id;

    /// <summary>The package that is to blame; empty where it is no single one.</summary>
    public string Id { get; }
}
