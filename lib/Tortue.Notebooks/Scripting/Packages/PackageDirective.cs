using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Tortue.Notebooks.Scripting.Packages;

/// <summary>A line <c>#r "nuget: …"</c> of a cell.</summary>
/// <param name="Reference">What stands between the quotation marks.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
internal sealed record PackageDirective(string Reference, int Line, int Column)
{
    /// <summary>
    /// Takes the directives out of a cell. The compiler would allow them at its top only, and one assembly for each; notebooks of .NET Interactive
    /// have them anywhere.
    /// </summary>
    /// <param name="code">The cell's C#.</param>
    /// <returns>The cell with spaces in their place, and the directives in order.</returns>
    public static (string Code, IReadOnlyList<PackageDirective> Directives) TakeFrom(string code)
    {
        if (!code.Contains("#r", StringComparison.Ordinal) || !code.Contains("nuget:", StringComparison.OrdinalIgnoreCase))
            return (code, []);

        var tree = CellCompiler.ParseText(code, "", CancellationToken.None);
        var nodes = tree.GetRoot().DescendantTrivia()
            .Where(trivia => trivia.IsKind(SyntaxKind.ReferenceDirectiveTrivia))
            .Select(trivia => (ReferenceDirectiveTriviaSyntax)trivia.GetStructure()!)
            .Where(node => node.IsActive && PackageRequest.IsOne(node.File.ValueText))
            .ToList();
        var rest = new StringBuilder(code);
        var directives = new List<PackageDirective>();
        foreach (var node in nodes)
        {
            var start = tree.GetLineSpan(node.Span).StartLinePosition;
            directives.Add(new(node.File.ValueText, start.Line + 1, start.Character + 1));
            for (var i = node.Span.Start; i < node.Span.End; i++)
            {
                if (rest[i] is not ('\n' or '\r'))
                    rest[i] = ' ';
            }
        }

        return (rest.ToString(), directives);
    }
}
