using System.Globalization;

namespace Tortue.Notebooks.Scripting.Magics;

/// <summary>A command that cannot be done; the message is one sentence for the user.</summary>
/// <param name="format">The sentence.</param>
/// <param name="values">What goes into its places.</param>
internal sealed class MagicException(string format, params object[] values)
    : Exception(string.Format(CultureInfo.CurrentCulture, format, values));
