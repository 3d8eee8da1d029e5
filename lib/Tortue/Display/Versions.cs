using System.Reflection;

namespace Tortue.Display;

/// <summary>Versions as people say them.</summary>
internal static class Versions
{
    /// <summary>The version that an assembly was published under, without the build's hash.</summary>
    public static string Of(Assembly assembly)
    {
        var informational = assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
        return informational?.Split('+')[0] ?? assembly.GetName().Version?.ToString(3) ?? "0.0.0";
    }
}
