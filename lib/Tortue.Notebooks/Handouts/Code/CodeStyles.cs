using Microsoft.CodeAnalysis.Classification;

namespace Tortue.Notebooks.Handouts.Code;

/// <summary>Roslyn's names of what a piece of code is, as classes of the style sheet.</summary>
internal static class CodeStyles
{
    private static readonly Dictionary<string, string> Styles = new()
    {
        [ClassificationTypeNames.Keyword] = "k",
        [ClassificationTypeNames.ControlKeyword] = "k",
        [ClassificationTypeNames.PreprocessorKeyword] = "p",
        [ClassificationTypeNames.PreprocessorText] = "p",
        [ClassificationTypeNames.Comment] = "c",
        [ClassificationTypeNames.ExcludedCode] = "c",
        [ClassificationTypeNames.StringLiteral] = "s",
        [ClassificationTypeNames.VerbatimStringLiteral] = "s",
        [ClassificationTypeNames.StringEscapeCharacter] = "e",
        [ClassificationTypeNames.NumericLiteral] = "n",
        [ClassificationTypeNames.ClassName] = "t",
        [ClassificationTypeNames.RecordClassName] = "t",
        [ClassificationTypeNames.StructName] = "t",
        [ClassificationTypeNames.RecordStructName] = "t",
        [ClassificationTypeNames.InterfaceName] = "t",
        [ClassificationTypeNames.EnumName] = "t",
        [ClassificationTypeNames.DelegateName] = "t",
        [ClassificationTypeNames.TypeParameterName] = "t",
        [ClassificationTypeNames.MethodName] = "m",
        [ClassificationTypeNames.ExtensionMethodName] = "m",
        [ClassificationTypeNames.EnumMemberName] = "f",
        [ClassificationTypeNames.ConstantName] = "f",
    };

    /// <summary>The class for one of Roslyn's classification names, or null where the text keeps the colour of plain code.</summary>
    public static string? Of(string classification) =>
        classification.StartsWith("xml doc comment", StringComparison.Ordinal) ? "c" : Styles.GetValueOrDefault(classification);
}
