using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Tortue.Notebooks.Scripting;

/// <summary>
/// Makes what a cell does with a terminal do the same to the cell's output. The console's text goes through writers that can be exchanged; its colours, its
/// cursor and its keys do not, and where there is no terminal they fail or do nothing. No character moves but for the name of the class.
/// </summary>
internal sealed class ConsoleCalls : CSharpSyntaxRewriter
{
    /// <summary>The prelude's class that stands in for the console; it has all of <see cref="Members"/>.</summary>
    private static readonly IdentifierNameSyntax Substitute = SyntaxFactory.IdentifierName("CellConsole");

    /// <summary>The members that belong to a terminal.</summary>
    internal static readonly IReadOnlySet<string> Members = new HashSet<string>
    {
        "BackgroundColor", "Beep", "BufferHeight", "BufferWidth", "Clear", "CursorLeft", "CursorTop", "CursorVisible", "ForegroundColor", "GetCursorPosition",
        "InputEncoding", "KeyAvailable", "OutputEncoding", "ReadKey", "ResetColor", "SetCursorPosition", "Title", "WindowHeight", "WindowWidth",
    };

    /// <summary>The tree with such members replaced; the same tree where it has none.</summary>
    public static SyntaxTree Replace(SyntaxTree tree)
    {
        var root = tree.GetRoot();
        var changed = new ConsoleCalls().Visit(root);
        return changed == root ? tree : tree.WithRootAndOptions(changed, tree.Options);
    }

    public override SyntaxNode? VisitMemberAccessExpression(MemberAccessExpressionSyntax node) =>
        Members.Contains(node.Name.Identifier.ValueText) && IsConsole(node.Expression)
            ? node.WithExpression(Substitute.WithTriviaFrom(node.Expression))
            : base.VisitMemberAccessExpression(node);

    private static bool IsConsole(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText == "Console",
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Console", Expression: IdentifierNameSyntax space } => space.Identifier.ValueText == "System",
        _ => false,
    };
}
