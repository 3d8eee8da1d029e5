using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Tortue.Notebooks.Scripting.Insight;

/// <summary>Which names the compiler knows at a place.</summary>
internal static class SymbolsAt
{
    private static readonly string[] Keywords =
    [
        .. SyntaxFacts.GetKeywordKinds().Select(SyntaxFacts.GetText).Where(word => word.Length > 1 && !word.StartsWith("__", StringComparison.Ordinal)),
        "var", "await", "async", "record", "nameof",
    ];

    /// <summary>The names that can stand at a place: members after a dot, otherwise all that is in scope, arguments' names and keywords.</summary>
    /// <param name="model">What the compiler knows.</param>
    /// <param name="tree">The cell.</param>
    /// <param name="start">Where the name begins.</param>
    /// <param name="cancellation">Gives up.</param>
    public static IEnumerable<Completion> Of(SemanticModel model, SyntaxTree tree, int start, CancellationToken cancellation)
    {
        var root = tree.GetRoot(cancellation);
        var before = start == 0 ? default : root.FindToken(start - 1);
        if (before.IsKind(SyntaxKind.DotToken) && Receiver(before) is { } receiver)
            return Members(model, receiver, start, cancellation).Where(IsOffered).Select(Item);
        var names = model.LookupSymbols(start).Where(IsOffered).Select(Item);
        var arguments = ArgumentNames(model, before, cancellation).Select(name => new Completion(name + ":", "param", ""));
        return arguments.Concat(names).Concat(Keywords.Select(word => new Completion(word, "keyword", "")));
    }

    /// <summary>What a word stands for; several where it is overloaded.</summary>
    public static IReadOnlyList<ISymbol> Meant(SemanticModel model, SyntaxToken token, CancellationToken cancellation)
    {
        var node = token.Parent;
        if (token.IsKind(SyntaxKind.OpenParenToken) && node is ArgumentListSyntax { Parent: { } call })
        {
            node = call switch
            {
                InvocationExpressionSyntax invocation => invocation.Expression,
                ObjectCreationExpressionSyntax creation => creation.Type,
                _ => call,
            };
            if (call is InvocationExpressionSyntax && model.GetMemberGroup(node, cancellation) is { Length: > 0 } group)
                return group;
        }

        if (node is null || (token.IsKeyword() && node is not PredefinedTypeSyntax and not BaseObjectCreationExpressionSyntax))
            return [];
        if (model.GetMemberGroup(node, cancellation) is { Length: > 0 } overloads)
            return Chosen(model.GetSymbolInfo(node, cancellation).Symbol, overloads);
        var info = model.GetSymbolInfo(node, cancellation);
        if (info.Symbol is { } symbol)
            return [symbol];
        if (info.CandidateSymbols is { Length: > 0 } candidates)
            return candidates;
        return model.GetDeclaredSymbol(node, cancellation) is { } declared ? [declared] : [];
    }

    // The overload that is called comes first.
    private static IReadOnlyList<ISymbol> Chosen(ISymbol? chosen, IReadOnlyList<ISymbol> overloads) =>
        chosen is null ? overloads : [chosen, .. overloads.Where(other => !SymbolEqualityComparer.Default.Equals(other, chosen))];

    private static ExpressionSyntax? Receiver(SyntaxToken dot) => dot.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression,
        QualifiedNameSyntax name => name.Left,
        MemberBindingExpressionSyntax { Parent: var parent } => parent?.AncestorsAndSelf().OfType<ConditionalAccessExpressionSyntax>().FirstOrDefault()?.Expression,
        _ => null,
    };

    private static IEnumerable<ISymbol> Members(SemanticModel model, ExpressionSyntax receiver, int position, CancellationToken cancellation)
    {
        // "x." before another line reads as a type's name: bound anew, as an expression.
        var isTypeName = receiver.Parent is QualifiedNameSyntax;
        var expression = isTypeName ? SyntaxFactory.ParseExpression(receiver.ToString()) : receiver;
        var symbol = isTypeName
            ? model.GetSpeculativeSymbolInfo(receiver.SpanStart, expression, SpeculativeBindingOption.BindAsExpression).Symbol
            : model.GetSymbolInfo(receiver, cancellation).Symbol;
        if (symbol is INamespaceOrTypeSymbol container)
        {
            return model.LookupNamespacesAndTypes(position, container)
                .Concat(container is ITypeSymbol ? model.LookupStaticMembers(position, container) : []);
        }

        var type = isTypeName
            ? model.GetSpeculativeTypeInfo(receiver.SpanStart, expression, SpeculativeBindingOption.BindAsExpression).Type
            : model.GetTypeInfo(receiver, cancellation).Type;
        if (receiver.Parent is ConditionalAccessExpressionSyntax && type is INamedTypeSymbol { ConstructedFrom.SpecialType: SpecialType.System_Nullable_T } value)
            type = value.TypeArguments[0];
        return type is null or IErrorTypeSymbol
            ? []
            : model.LookupSymbols(position, type, includeReducedExtensionMethods: true).Where(member => !member.IsStatic && member is not ITypeSymbol);
    }

    private static IEnumerable<string> ArgumentNames(SemanticModel model, SyntaxToken before, CancellationToken cancellation)
    {
        if (before.Kind() is not (SyntaxKind.OpenParenToken or SyntaxKind.CommaToken)
            || before.Parent is not ArgumentListSyntax { Parent: { } call } list)
        {
            return [];
        }

        var taken = list.Arguments.Select(argument => argument.NameColon?.Name.Identifier.ValueText).ToHashSet();
        var methods = call is InvocationExpressionSyntax invocation
            ? model.GetMemberGroup(invocation.Expression, cancellation)
            : model.GetMemberGroup(call, cancellation);
        return methods.OfType<IMethodSymbol>().SelectMany(method => method.Parameters).Select(parameter => parameter.Name).Distinct()
            .Where(name => !taken.Contains(name));
    }

    private static bool IsOffered(ISymbol symbol) =>
        symbol is { CanBeReferencedByName: true, IsImplicitlyDeclared: false }
        && !symbol.Name.StartsWith('<')
        && !symbol.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "EditorBrowsableAttribute"
            && attribute.ConstructorArguments is [{ Value: 1 }]);

    private static Completion Item(ISymbol symbol) => new(
        SyntaxFacts.GetKeywordKind(symbol.Name) == SyntaxKind.None ? symbol.Name : "@" + symbol.Name,
        symbol switch
        {
            IMethodSymbol => "function",
            ITypeSymbol => "class",
            INamespaceSymbol => "module",
            IPropertySymbol => "property",
            _ => "instance",
        },
        symbol is IMethodSymbol or IPropertySymbol or IFieldSymbol or ILocalSymbol ? SymbolText.Signature(symbol) : "");
}
