using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Tortue.Notebooks.Scripting.Insight;

/// <summary>XML documentation as plain text.</summary>
internal static partial class DocumentationText
{
    /// <summary>Summary, parameters, result and exceptions of a symbol; null where it is not documented.</summary>
    public static string? Of(ISymbol symbol, CancellationToken cancellation)
    {
        var documented = symbol is IMethodSymbol { ReducedFrom: { } extension } ? extension : symbol.OriginalDefinition;
        var xml = documented.GetDocumentationCommentXml(cancellationToken: cancellation);
        if (string.IsNullOrWhiteSpace(xml) && documented.GetDocumentationCommentId() is { } id)
            xml = FrameworkDocumentation.Find(documented.ContainingAssembly?.Name, id);
        if (string.IsNullOrWhiteSpace(xml))
            return null;
        try
        {
            return Write(XElement.Parse(xml.TrimStart().StartsWith("<member", StringComparison.Ordinal) ? xml : $"<member>{xml}</member>"));
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static string Write(XElement member)
    {
        var text = new StringBuilder();
        Append(text, "", member.Element("summary"));
        foreach (var parameter in member.Elements("param"))
            Append(text, $"  {parameter.Attribute("name")?.Value}: ", parameter);
        Append(text, InsightText.Returns, member.Element("returns"));
        foreach (var exception in member.Elements("exception"))
            Append(text, $"  {Cref(exception)}: ", exception);
        Append(text, "", member.Element("remarks"));
        return text.ToString();
    }

    private static void Append(StringBuilder text, string label, XElement? element)
    {
        if (element is null)
            return;
        var content = Spaces().Replace(Plain(element), " ").Trim();
        if (content.Length > 0)
            text.Append(label).AppendLine(content);
    }

    private static string Plain(XElement element) => string.Concat(element.Nodes().Select(node => node switch
    {
        XText words => words.Value,
        XElement { Name.LocalName: "see" or "seealso" } link => link.Value.Length > 0 ? link.Value : Cref(link),
        XElement { Name.LocalName: "paramref" or "typeparamref" } name => name.Attribute("name")?.Value ?? "",
        XElement inner => inner.Name.LocalName is "para" or "item" ? " " + Plain(inner) + " " : Plain(inner),
        _ => "",
    }));

    // "M:System.String.Substring(System.Int32)" is "Substring" to a reader.
    private static string Cref(XElement element)
    {
        var target = element.Attribute("cref")?.Value ?? element.Attribute("langword")?.Value ?? element.Attribute("href")?.Value ?? "";
        if (target.Length < 2 || target[1] != ':')
            return target;
        var name = target[2..].Split('(')[0];
        return name[(name.LastIndexOf('.') + 1)..].Split('`')[0];
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
