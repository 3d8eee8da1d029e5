using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Tortue.Cli.Errors;
using Tortue.Cli.Grading;

namespace Tortue.Cli.Commands;

/// <summary>Options that take a whole number within bounds.</summary>
internal static class WholeNumberOption
{
    /// <summary>Makes an option with a default.</summary>
    /// <param name="name">Its name, with the two dashes.</param>
    /// <param name="unit">What the help calls its value.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="standard">Its value where it is not given.</param>
    /// <param name="least">The smallest value.</param>
    /// <param name="most">The largest value.</param>
    public static Option<int> Create(string name, string unit, string description, int standard, int least, int most) => new(name)
    {
        HelpName = unit,
        Description = description,
        DefaultValueFactory = _ => standard,
        CustomParser = result => Parse(result, name, least, most),
    };

    /// <summary>Makes an option without a default, null where it is not given.</summary>
    /// <param name="name">Its name, with the two dashes.</param>
    /// <param name="unit">What the help calls its value.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="least">The smallest value.</param>
    /// <param name="most">The largest value.</param>
    public static Option<int?> Create(string name, string unit, string description, int least, int most) => new(name)
    {
        HelpName = unit,
        Description = description,
        CustomParser = result => Parse(result, name, least, most),
    };

    private static int Parse(ArgumentResult result, string name, int least, int most)
    {
        var word = result.Tokens[0].Value;
        var isNumber = int.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        if (isNumber && number >= least && number <= most) return number;
        result.AddError(GradingText.BadNumber.With(name, least, most, word));
        return least;
    }
}
