using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Tortue.Cli.Errors;

namespace Tortue.Cli.Commands;

/// <summary><c>--timeout MINUTES</c>: how long one cell, or one notebook, may take; 10 minutes by default, at most a week.</summary>
internal static class TimeoutOption
{
    private const double DefaultMinutes = 10;
    private const double MaximalMinutes = 7 * 24 * 60;

    /// <summary>Makes the option for one command.</summary>
    /// <param name="description">What it limits; null for one cell.</param>
    public static Option<double> Create(string? description = null) => new("--timeout")
    {
        HelpName = "MINUTES",
        Description = description ?? CommandsText.TimeoutOption,
        DefaultValueFactory = _ => DefaultMinutes,
        CustomParser = Parse,
    };

    private static double Parse(ArgumentResult result)
    {
        var word = result.Tokens[0].Value;
        var isNumber = double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var minutes);
        if (isNumber && minutes is > 0 and <= MaximalMinutes) return minutes;
        result.AddError(CommandsText.BadTimeout.With(word, MaximalMinutes));
        return DefaultMinutes;
    }
}
