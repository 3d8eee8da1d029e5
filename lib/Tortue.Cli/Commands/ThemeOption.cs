using System.CommandLine;
using System.CommandLine.Parsing;
using Tortue.Cli.Errors;

namespace Tortue.Cli.Commands;

/// <summary><c>--theme light|dark</c>: how slides open; light by default, as projectors like it.</summary>
internal static class ThemeOption
{
    private const string Light = "light";
    private const string Dark = "dark";

    /// <summary>Makes the option; its value is one of the words, lower case.</summary>
    public static Option<string> Create()
    {
        var option = new Option<string>("--theme")
        {
            HelpName = $"{Light}|{Dark}",
            Description = CommandsText.ThemeOption,
            DefaultValueFactory = _ => Light,
            CustomParser = Parse,
        };
        option.CompletionSources.Add(Light, Dark);
        return option;
    }

    /// <summary>Whether a value of the option is the dark theme.</summary>
    /// <param name="word">The value.</param>
    public static bool IsDark(string word) => word == Dark;

    private static string Parse(ArgumentResult result)
    {
        var word = result.Tokens[0].Value.ToLowerInvariant();
        if (word is not (Light or Dark)) result.AddError(CommandsText.BadTheme.With(word));
        return word;
    }
}
