using System.Text;
using Microsoft.CodeAnalysis;

namespace Tortue.Notebooks.Scripting.Insight;

/// <summary>Symbols in words: declaration and documentation.</summary>
internal static class SymbolText
{
    // More overloads than this nobody reads.
    private const int Most = 12;

    private static readonly SymbolDisplayFormat Format = new(
        SymbolDisplayGlobalNamespaceStyle.Omitted,
        SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeVariance,
        SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeContainingType | SymbolDisplayMemberOptions.IncludeType
            | SymbolDisplayMemberOptions.IncludeModifiers | SymbolDisplayMemberOptions.IncludeConstantValue,
        SymbolDisplayDelegateStyle.NameAndSignature,
        SymbolDisplayExtensionMethodStyle.InstanceMethod,
        SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeDefaultValue
            | SymbolDisplayParameterOptions.IncludeParamsRefOut,
        SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        SymbolDisplayLocalOptions.IncludeType,
        SymbolDisplayKindOptions.IncludeTypeKeyword | SymbolDisplayKindOptions.IncludeNamespaceKeyword,
        SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>The declaration in one line.</summary>
    public static string Signature(ISymbol symbol) => symbol.ToDisplayString(Format);

    /// <summary>The declarations, the first one with its documentation.</summary>
    public static string Describe(IReadOnlyList<ISymbol> symbols, CancellationToken cancellation)
    {
        var text = new StringBuilder();
        foreach (var symbol in symbols.Take(Most))
            text.AppendLine(Signature(symbol));
        if (symbols.Count > Most)
            text.AppendFormat(System.Globalization.CultureInfo.InvariantCulture, InsightText.MoreOverloads, symbols.Count - Most).AppendLine();
        foreach (var symbol in symbols)
        {
            if (DocumentationText.Of(symbol, cancellation) is not { Length: > 0 } documentation)
                continue;
            text.AppendLine().Append(documentation);
            break;
        }

        return text.ToString().ReplaceLineEndings("\n").TrimEnd();
    }
}
