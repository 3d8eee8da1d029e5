using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Tortue.Notebooks.Tests.Scripting;

/// <summary>Small libraries, as a build would leave them in a folder.</summary>
internal static class BuiltAssembly
{
    private static readonly List<MetadataReference> Framework =
    [
        .. Directory.GetFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System*.dll")
            .Where(path => !Path.GetFileName(path).Contains("Native", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>Compiles <paramref name="source"/> to folder/name.dll, with .xml and .pdb beside it.</summary>
    public static string Write(string folder, string name, string source, params string[] references)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, name + ".dll");
        var compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText("using System;\nusing System.Collections.Generic;\nusing System.IO;\n" + source, path: "/built/somewhere/" + name + ".cs", encoding: System.Text.Encoding.UTF8)],
            [.. Framework, .. references.Select(reference => MetadataReference.CreateFromImage(File.ReadAllBytes(reference)))],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        using var documentation = new MemoryStream();
        var result = compilation.Emit(assembly, symbols, documentation);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        File.WriteAllBytes(path, assembly.ToArray());
        File.WriteAllBytes(Path.ChangeExtension(path, ".pdb"), symbols.ToArray());
        File.WriteAllBytes(Path.ChangeExtension(path, ".xml"), documentation.ToArray());
        return path;
    }
}
