using System.Reflection;
using System.Text.Json;

namespace Tortue.Experiments;

/// <summary>One property of an options record that can be set, also one of a record inside it.</summary>
public sealed record ExperimentSetting
{
    internal ExperimentSetting(IReadOnlyList<PropertyInfo> path)
    {
        Path = path;
        Name = string.Join('.', path.Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)));
    }

    /// <summary>Its name as JSON has it, for example "examples" or "network.width".</summary>
    public string Name { get; }

    /// <summary>The property, after those that lead to it.</summary>
    public IReadOnlyList<PropertyInfo> Path { get; }

    /// <summary>The property itself.</summary>
    public PropertyInfo Property => Path[^1];

    /// <summary>Whether it says how often a measurement is repeated: see <see cref="RepetitionsAttribute"/>.</summary>
    public bool IsRepetitions => Path.Count == 1 && Property.IsDefined(typeof(RepetitionsAttribute));

    /// <summary>What a value must be, in words: "a number", "whole numbers, separated by commas".</summary>
    public string Expected => SettingText.Expected(Property.PropertyType);
}
