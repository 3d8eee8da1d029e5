using System.CommandLine;
using System.CommandLine.Parsing;
using Tortue.Cli.Errors;
using Tortue.Notebooks.Handouts;

namespace Tortue.Cli.Commands;

/// <summary><c>--variant student|instructor|print|all</c>: for whom handouts are, as often as there are variants.</summary>
internal static class VariantOption
{
    private const string Every = "all";

    private static readonly string[] Words = [.. Enum.GetNames<HandoutVariant>().Select(name => name.ToLowerInvariant()), Every];

    /// <summary>Makes the option; its value is what is asked for, each once, in the order of the variants; none where it is not given.</summary>
    public static Option<HandoutVariant[]> Create()
    {
        var option = new Option<HandoutVariant[]>("--variant")
        {
            HelpName = "WHO",
            Description = CommandsText.VariantOption,
            Arity = ArgumentArity.OneOrMore,
            CustomParser = Parse,
        };
        option.CompletionSources.Add(Words);
        return option;
    }

    private static HandoutVariant[] Parse(ArgumentResult result)
    {
        var words = result.Tokens.Select(token => token.Value.ToLowerInvariant()).ToList();
        if (words.Find(word => !Words.Contains(word)) is { } wrong)
        {
            result.AddError(CommandsText.BadVariant.With(wrong));
            return [];
        }

        return [.. Enum.GetValues<HandoutVariant>().Where(variant => words.Contains(Every) || words.Contains(Words[(int)variant]))];
    }
}
