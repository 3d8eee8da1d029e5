using System.Globalization;

namespace Tortue.Notebooks.Jupyter.Wire;

/// <summary>A peer broke the protocol, in the way that the message says; its connection ends, and nothing else does.</summary>
internal sealed class WireException(string format, params object[] arguments)
    : Exception(string.Format(CultureInfo.InvariantCulture, format, arguments));
