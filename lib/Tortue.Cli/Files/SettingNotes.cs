using System.Text;
using System.Xml.Linq;
using Tortue.Cli.Errors;
using Tortue.Experiments;

namespace Tortue.Cli.Files;

/// <summary>What the documentation says of settings: the XML file that the compiler writes beside the library.</summary>
internal static class SettingNotes
{
    private static readonly Lazy<IReadOnlyDictionary<string, string>> Summaries = new(Read);

    /// <summary>A setting's summary on one line; null where the library came without its documentation.</summary>
    /// <param name="setting">The setting.</param>
    public static string? Of(ExperimentSetting setting) =>
        Summaries.Value.GetValueOrDefault($"P:{setting.Property.DeclaringType!.FullName}.{setting.Property.Name}");

    private static Dictionary<string, string> Read()
    {
        var path = Path.ChangeExtension(typeof(ExperimentSetting).Assembly.Location, ".xml");
        if (!File.Exists(path)) return [];
        return XDocument.Load(path).Descendants("member")
            .Where(member => member.Attribute("name")?.Value.StartsWith("P:", StringComparison.Ordinal) == true)
            .ToDictionary(member => member.Attribute("name")!.Value, member => OneLine.Of(Words(member.Element("summary"))));
    }

    private static string Words(XElement? summary)
    {
        var words = new StringBuilder();
        foreach (var node in summary?.Nodes() ?? [])
        {
            words.Append(node switch
            {
                XText text => text.Value,
                XElement element when element.Attribute("cref") is { } reference => Target(reference.Value),
                XElement element => element.Value,
                _ => "",
            });
        }
        return words.ToString();
    }

    // A limit that has a name in the code is a number to whoever sets the option.
    private static string Target(string reference)
    {
        var dot = reference.LastIndexOf('.');
        var name = reference[(dot + 1)..];
        var field = reference.StartsWith("F:", StringComparison.Ordinal)
            ? typeof(ExperimentSetting).Assembly.GetType(reference[2..dot])?.GetField(name)
            : null;
        return field is { IsLiteral: true, FieldType.IsEnum: false } ? "{0:N0}".With(field.GetRawConstantValue()) : name;
    }
}
