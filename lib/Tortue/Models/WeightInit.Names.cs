using System.Globalization;
using System.Text.RegularExpressions;

namespace Tortue.Models;

public sealed partial record WeightInit
{
    /// <summary>Reads an initialisation as <see cref="Name"/> writes it.</summary>
    /// <param name="name">For example "glorot_uniform", "he_normal_out", "he_normal(0.2)" or "normal(1.5)".</param>
    /// <exception cref="ArgumentException">There is no such initialisation, or its argument is out of range.</exception>
    public static WeightInit Parse(string name)
    {
        var match = Form().Match(name);
        if (!match.Success)
            throw new ArgumentException(Text.Format(ModelsText.UnknownInit, name));
        double? argument = match.Groups["argument"].Success
            ? double.Parse(match.Groups["argument"].Value, CultureInfo.InvariantCulture)
            : null;
        return (match.Groups["kind"].Value, argument) switch
        {
            ("standard", null) => Standard,
            ("glorot_uniform", null) => GlorotUniform,
            ("glorot_normal", null) => GlorotNormal,
            ("orthogonal", _) => ScaledOrthogonal(argument ?? 1),
            ("normal", { } gain) => Normal(gain),
            ("uniform", { } gain) => Uniform(gain),
            ("he_normal", _) => He(argument ?? 0),
            ("he_normal_out", _) => He(argument ?? 0, FanMode.Out),
            ("he_normal_average", _) => He(argument ?? 0, FanMode.Average),
            ("he_uniform", _) => He(argument ?? 0, uniform: true),
            ("he_uniform_out", _) => He(argument ?? 0, FanMode.Out, uniform: true),
            ("he_uniform_average", _) => He(argument ?? 0, FanMode.Average, uniform: true),
            _ => throw new ArgumentException(Text.Format(ModelsText.UnknownInit, name)),
        };
    }

    private static string Argument(double value) => string.Create(CultureInfo.InvariantCulture, $"({value})");

    [GeneratedRegex(@"^(?<kind>[a-z_]+)(\((?<argument>-?[0-9.]+(E[-+]?[0-9]+)?)\))?$")]
    private static partial Regex Form();
}
