using System.CommandLine;
using System.CommandLine.Parsing;
using Tortue.Cli.Errors;
using Tortue.Experiments;

namespace Tortue.Cli.Commands;

/// <summary><c>--preset quick|standard|full</c>: the size of an experiment.</summary>
internal static class PresetOption
{
    /// <summary>Makes the option for one command; null where it is not given.</summary>
    /// <param name="description">What it does there.</param>
    /// <param name="largest">The largest preset that the command knows.</param>
    public static Option<ExperimentPreset?> Create(string description, ExperimentPreset largest = ExperimentPreset.Full)
    {
        var presets = Enum.GetValues<ExperimentPreset>().Where(preset => preset <= largest);
        string[] words = [.. presets.Select(preset => preset.ToString().ToLowerInvariant())];
        var option = new Option<ExperimentPreset?>("--preset")
        {
            HelpName = string.Join('|', words),
            Description = description,
            CustomParser = result => Parse(result, words),
        };
        option.CompletionSources.Add(words);
        return option;
    }

    private static ExperimentPreset? Parse(ArgumentResult result, string[] words)
    {
        var word = result.Tokens[0].Value.ToLowerInvariant();
        if (Array.IndexOf(words, word) is var place and >= 0) return (ExperimentPreset)place;
        result.AddError(CommandsText.BadPreset.With(word, string.Join(", ", words[..^1]), words[^1]));
        return null;
    }
}
