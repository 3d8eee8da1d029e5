using System.CommandLine;
using System.CommandLine.Parsing;
using Tortue.Cli.Errors;

namespace Tortue.Cli.Commands;

/// <summary><c>--solutions none|folded|shown</c>: what handouts and slides show of the solutions.</summary>
internal static class SolutionsOption
{
    private static readonly string[] Words = ["none", "folded", "shown"];

    /// <summary>Makes the option; its value is one of the words, lower case.</summary>
    /// <param name="byDefault">What it is where it is not given.</param>
    public static Option<string> Create(string byDefault = "folded")
    {
        var option = new Option<string>("--solutions")
        {
            HelpName = string.Join('|', Words),
            Description = CommandsText.SolutionsOption,
            DefaultValueFactory = _ => byDefault,
            CustomParser = Parse,
        };
        option.CompletionSources.Add(Words);
        return option;
    }

    private static string Parse(ArgumentResult result)
    {
        var word = result.Tokens[0].Value.ToLowerInvariant();
        if (!Words.Contains(word)) result.AddError(CommandsText.BadSolutions.With(word));
        return word;
    }
}
