using System.CommandLine;
using System.CommandLine.Parsing;
using Tortue.Cli.Errors;

namespace Tortue.Cli.Commands;

/// <summary><c>--solutions none|folded|shown</c>: what handouts show of the solutions; folded by default.</summary>
internal static class SolutionsOption
{
    private const string Default = "folded";

    private static readonly string[] Words = ["none", Default, "shown"];

    /// <summary>Makes the option; its value is one of the words, lower case.</summary>
    public static Option<string> Create()
    {
        var option = new Option<string>("--solutions")
        {
            HelpName = string.Join('|', Words),
            Description = CommandsText.SolutionsOption,
            DefaultValueFactory = _ => Default,
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
