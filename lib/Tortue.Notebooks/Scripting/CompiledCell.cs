using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Tortue.Notebooks.Scripting;

/// <summary>A cell that compiled.</summary>
/// <param name="Compilation">The compilation; the next cell's follows it.</param>
/// <param name="Assembly">The assembly's bytes, at their start.</param>
/// <param name="Symbols">The debug information's bytes, at their start.</param>
internal sealed record CompiledCell(CSharpCompilation Compilation, MemoryStream Assembly, MemoryStream Symbols)
{
    private readonly ExpressionSyntax? _lastExpression = LastExpression(Compilation.SyntaxTrees[^1]);

    /// <summary>Whether there is anything to run: usings and references alone are no code, and have no assembly.</summary>
    public bool HasCode { get; } = HasStatements(Compilation);

    /// <summary>Whether what the cell returned is to be shown: its last statement is an expression without semicolon, and has a value.</summary>
    public bool Shows(object? returned) => _lastExpression is not null && (returned is not null || !IsVoid(_lastExpression));

    /// <summary>Whether a compilation has anything to run.</summary>
    public static bool HasStatements(CSharpCompilation compilation) =>
        compilation.SyntaxTrees.Any(tree => ((CompilationUnitSyntax)tree.GetRoot()).Members.Count > 0);

    private static ExpressionSyntax? LastExpression(SyntaxTree tree) =>
        ((CompilationUnitSyntax)tree.GetRoot()).Members.LastOrDefault() is GlobalStatementSyntax last
            ? last.Statement switch
            {
                ExpressionStatementSyntax { SemicolonToken.IsMissing: true } statement => statement.Expression,
                ReturnStatementSyntax statement => statement.Expression,
                _ => null,
            }
            : null;

    private bool IsVoid(ExpressionSyntax expression) =>
        Compilation.GetSemanticModel(expression.SyntaxTree).GetTypeInfo(expression).Type is { SpecialType: SpecialType.System_Void };
}
