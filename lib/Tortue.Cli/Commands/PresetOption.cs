using System.CommandLine;
using System.CommandLine.Parsing;
using Tortue.Cli.Errors;
using Tortue.Experiments;

namespace Tortue.Cli.Commands;

/// <summary><c>--preset quick|standard|full</c>: the size of an experiment.</summary>
internal static class PresetOption
{
    private static readonly string[] Words = [.. Enum.GetNames<ExperimentPreset>().Select(name => name.ToLowerInvariant())];

    /// <summary>Makes the option for one command; null where it is not given.</summary>
    /// <param name="description">What it does there.</param>
    public static Option<ExperimentPreset?> Create(string description)
    {
        var option = new Option<ExperimentPreset?>("--preset")
        {
            HelpName = string.Join('|', Words),
            Description = description,
            CustomParser = Parse,
        };
        option.CompletionSources.Add(Words);
        return option;
    }

    private static ExperimentPreset? Parse(ArgumentResult result)
    {
        var word = result.Tokens[0].Value.ToLowerInvariant();
        if (Array.IndexOf(Words, word) is var place and >= 0) return (ExperimentPreset)place;
        result.AddError(CommandsText.BadPreset.With(word));
        return null;
    }
}
