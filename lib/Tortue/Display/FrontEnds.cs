using System.Reflection;

namespace Tortue.Display;

/// <summary>Front ends that do not tell their names: they are known by the assemblies that they bring into the process.</summary>
internal static class FrontEnds
{
    public const string Interactive = "Microsoft.DotNet.Interactive";

    private static readonly (string Assembly, string Name)[] Known =
        [(Interactive, ".NET Interactive"), ("Verso", "Verso"), ("Verso.Abstractions", "Verso")];

    /// <summary>Name and version of the front end that runs this code, or null.</summary>
    public static string? LoadedName() => Known
        .Select(known => Loaded(known.Assembly) is { } assembly ? $"{known.Name} {Versions.Of(assembly)}" : null)
        .FirstOrDefault(name => name is not null);

    /// <summary>The assembly of a name, if the process has loaded it.</summary>
    public static Assembly? Loaded(string name) =>
        AppDomain.CurrentDomain.GetAssemblies().FirstOrDefault(assembly => assembly.GetName().Name == name);
}
