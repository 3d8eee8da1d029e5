using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Tortue.Notebooks.Scripting.Insight;

/// <summary>What can be said about code that is being written after the cells so far: nothing of it runs.</summary>
/// <param name="compiler">Knows the cells so far.</param>
internal sealed class CodeInsight(CellCompiler compiler)
{
    // The compiler does not count it among what may still be completed.
    private const string OpenRawString = "CS8997";

    /// <summary>Proposes what could stand at the cursor.</summary>
    /// <param name="code">The cell's text.</param>
    /// <param name="cursor">The cursor, in UTF-16 units; put inside the text where it is not.</param>
    /// <param name="cancellation">Gives up.</param>
    public CompletionList Complete(string code, int cursor, CancellationToken cancellation)
    {
        cursor = Math.Clamp(cursor, 0, code.Length);
        if (DirectiveLine.At(code, cursor) is { } directive)
            return directive.Complete();

        var start = cursor;
        while (start > 0 && (SyntaxFacts.IsIdentifierPartCharacter(code[start - 1]) || code[start - 1] == '@'))
            start--;
        var (tree, model) = Model(code, cancellation);
        if (IsText(tree, cursor, cancellation))
            return new([], cursor, cursor);

        var prefix = code[start..cursor];
        var items = SymbolsAt.Of(model, tree, start, cancellation)
            .Where(item => item.Text.StartsWith(prefix.TrimStart('@'), StringComparison.OrdinalIgnoreCase))
            .DistinctBy(item => item.Text)
            .OrderBy(item => item.Text, StringComparer.OrdinalIgnoreCase)
            .ThenBy(item => item.Text, StringComparer.Ordinal);
        return new([.. items], start, cursor);
    }

    /// <summary>Describes what stands at the cursor: signatures, and their documentation as text.</summary>
    /// <param name="code">The cell's text.</param>
    /// <param name="cursor">The cursor, in UTF-16 units; inside a word, just behind it, or behind an opening parenthesis.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Null where there is nothing to say.</returns>
    public string? Inspect(string code, int cursor, CancellationToken cancellation)
    {
        cursor = Math.Clamp(cursor, 0, code.Length);
        if (DirectiveLine.At(code, cursor) is { } directive)
            return directive.Describe();

        var (tree, model) = Model(code, cancellation);
        var root = tree.GetRoot(cancellation);
        foreach (var place in new[] { cursor, cursor - 1 })
        {
            if (place < 0 || place >= code.Length)
                continue;
            var token = root.FindToken(place);
            if (token.Span.Contains(place) && SymbolsAt.Meant(model, token, cancellation) is { Count: > 0 } symbols)
                return SymbolText.Describe(symbols, cancellation);
        }

        return null;
    }

    /// <summary>Whether the text can be run as it stands.</summary>
    /// <param name="code">The cell's text.</param>
    /// <param name="cancellation">Gives up.</param>
    public Completeness Check(string code, CancellationToken cancellation)
    {
        var tree = CellCompiler.Parse(CellSource.Blank(code), "", cancellation);
        var errors = tree.GetDiagnostics(cancellation).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        if (!SyntaxFactory.IsCompleteSubmission(tree) || errors.Any(error => error.Id == OpenRawString))
            return Completeness.Incomplete;
        return errors.Count > 0 ? Completeness.Invalid : Completeness.Complete;
    }

    private (SyntaxTree Tree, SemanticModel Model) Model(string code, CancellationToken cancellation)
    {
        // Lines that are not C# are emptied in place, so that positions stay.
        var tree = CellCompiler.ParseText(CellSource.Blank(code), "", cancellation);
        return (tree, compiler.Preview(tree).GetSemanticModel(tree, ignoreAccessibility: false));
    }

    // Inside comments and strings nothing is proposed; the holes of interpolated strings are code.
    private static bool IsText(SyntaxTree tree, int cursor, CancellationToken cancellation)
    {
        var root = tree.GetRoot(cancellation);
        var trivia = root.FindTrivia(cursor - 1);
        if (trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || (trivia.IsKind(SyntaxKind.MultiLineCommentTrivia) && cursor < trivia.Span.End))
            return true;
        var token = root.FindToken(Math.Max(0, cursor - 1));
        return token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.InterpolatedStringTextToken
                or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken
            && token.SpanStart < cursor && (cursor < token.Span.End || token.IsKind(SyntaxKind.InterpolatedStringTextToken) || IsOpen(token))
            && token.Parent is not ArgumentSyntax;
    }

    private static bool IsOpen(SyntaxToken literal) => literal.ContainsDiagnostics;
}
