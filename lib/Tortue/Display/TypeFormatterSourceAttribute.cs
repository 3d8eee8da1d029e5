namespace Tortue.Display;

/// <summary>
/// Tells .NET Interactive how to show a type. It looks for an attribute of this name and these properties in any assembly, so no
/// reference to it is needed.
/// </summary>
/// <param name="formatterSourceType">A type with a parameterless constructor and a method CreateTypeFormatters.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    /// <summary>The type that creates the formatters.</summary>
    public Type FormatterSourceType { get; } = formatterSourceType;

    /// <summary>The forms to show, best first.</summary>
    public string[]? PreferredMimeTypes { get; set; }
}
