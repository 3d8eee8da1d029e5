using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Tortue.Notebooks.Scripting;

/// <summary>
/// What notebooks of .NET Interactive write with its namespace: <c>Microsoft.DotNet.Interactive.Kernel.GetInputAsync</c> and its like. A script cannot declare
/// a namespace, so these few names are an assembly, made in a session that writes them. A session that brings the real one has none of it.
/// </summary>
/// <param name="assemblies">Where the assembly is loaded.</param>
internal sealed partial class InteractiveNames(SessionAssemblies assemblies)
{
    private const string Source =
        """
        namespace Microsoft.DotNet.Interactive
        {
            using System;
            using System.Threading.Tasks;

            /// <summary>What cells can ask of the host.</summary>
            public static class Kernel
            {
                /// <summary>Asks whoever runs the cell for a line of text.</summary>
                public static Task<string> GetInputAsync(string prompt = "", string typeHint = "text") =>
                    ((Func<string, bool, Task<string>>)AppContext.GetData("Tortue.Host.Ask"))(prompt, typeHint == "password");

                /// <summary>Asks whoever runs the cell for a password, which is not seen as it is typed.</summary>
                public static async Task<PasswordString> GetPasswordAsync(string prompt = "") => new PasswordString(await GetInputAsync(prompt, "password"));

                /// <summary>Shows a value now, in the best form the host knows, or in the MIME types given.</summary>
                public static Formatting.DisplayedValue display(object value, params string[] mimeTypes) => new Formatting.DisplayedValue(value, mimeTypes);
            }

            /// <summary>A password; it shows itself only when it is asked to.</summary>
            public sealed class PasswordString
            {
                private readonly string _text;

                public PasswordString(string clearTextPassword) => _text = clearTextPassword;

                public string GetClearTextPassword() => _text;

                public override string ToString() => "************";
            }
        }

        namespace Microsoft.DotNet.Interactive.Formatting
        {
            using System;

            /// <summary>A value that was displayed, to be replaced later.</summary>
            public sealed class DisplayedValue
            {
                private readonly string[] _mimeTypes;

                internal DisplayedValue(object value, string[] mimeTypes)
                {
                    _mimeTypes = mimeTypes;
                    Show(value, false);
                }

                /// <summary>The id by which front ends know the display.</summary>
                public string DisplayId { get; } = Guid.NewGuid().ToString("N");

                /// <summary>Shows another value in the same place.</summary>
                public void Update(object updatedValue) => Show(updatedValue, true);

                private void Show(object value, bool isUpdate) =>
                    ((Action<string, object, string[], bool>)AppContext.GetData("Tortue.Host.Show"))(DisplayId, value, _mimeTypes, isUpdate);
            }
        }
        """;

    private MetadataReference? _reference;
    private bool _isReal;

    /// <summary>The reference, once a cell has written the names; none before.</summary>
    public IEnumerable<MetadataReference> References => _reference is null ? [] : [_reference];

    /// <summary>Looks for the names in a cell that is to be compiled.</summary>
    public void LookAt(string code)
    {
        if (_reference is not null || _isReal || !code.Contains("Microsoft.DotNet.Interactive", StringComparison.Ordinal))
            return;

        _isReal = RealOne().IsMatch(code);
        if (!_isReal)
            _reference = Build();
    }

    private MetadataReference Build()
    {
        var tree = CSharpSyntaxTree.ParseText(SourceText.From(Source, Encoding.UTF8), path: CSharpSession.PreludeName);
        var compilation = CSharpCompilation.Create(
            "tortue-interactive-names", [tree], FrameworkReferences.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        if (!compilation.Emit(assembly, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb)).Success)
            throw new InvalidOperationException(string.Join('\n', compilation.GetDiagnostics()));

        assembly.Position = 0;
        symbols.Position = 0;
        assemblies.LoadCell(assembly, symbols);
        return MetadataReference.CreateFromImage(assembly.ToArray());
    }

    [GeneratedRegex("""^\s*#r\s+"[^"\n]*Microsoft\.DotNet\.Interactive""", RegexOptions.Multiline)]
    private static partial Regex RealOne();
}
