using System.CommandLine;
using System.CommandLine.Parsing;
using Tortue.Cli.Errors;

namespace Tortue.Cli.Commands;

/// <summary>One sentence for a command line that cannot be understood.</summary>
internal static class ParseErrorText
{
    /// <summary>Describes the first thing that is wrong.</summary>
    /// <param name="parsed">A command line with errors.</param>
    /// <returns>The sentence, with what may have been meant and where to read more.</returns>
    public static string Describe(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var sentence = parsed switch
        {
            { UnmatchedTokens: [var word, ..] } => Unknown(word, command),
            _ when MissingArgument(parsed) is { } argument => CommandsText.NeedsArgument.With(CommandLineOf(command), argument.Name),
            _ when command.Action is null => CommandsText.NeedsCommand.With(CommandLineOf(command), Names(command.Subcommands)),
            _ => Sentence(parsed.Errors[0]),
        };
        return sentence + " " + CommandsText.SeeHelp.With(CommandLineOf(command));
    }

    /// <summary>Adds an error for each word that looks like an option and would be taken for a file's name.</summary>
    /// <param name="result">The words of an argument.</param>
    public static void RefuseUnknownOptions(ArgumentResult result)
    {
        if (result.Parent is not CommandResult parent) return;
        if (result.Tokens.FirstOrDefault(token => token.Value.StartsWith('-')) is { } token)
            result.AddError(Unknown(token.Value, parent.Command));
    }

    private static string Unknown(string word, Command command)
    {
        var name = word.Split('=')[0];
        var isOption = word.StartsWith('-');
        IEnumerable<string> known = isOption
            ? WithParents(command).SelectMany(one => one.Options).Where(option => !option.Hidden)
                .SelectMany(option => option.Aliases.Prepend(option.Name)).Where(alias => alias.StartsWith("--", StringComparison.Ordinal))
            : command.Subcommands.Where(one => !one.Hidden).Select(one => one.Name);
        var near = Suggestions.Nearest(name, known);
        var text = (isOption, command.Subcommands.Count > 0, near) switch
        {
            (true, _, null) => CommandsText.UnknownOption,
            (true, _, _) => CommandsText.UnknownOptionNear,
            (false, false, _) => CommandsText.TooManyWords,
            (false, true, null) => CommandsText.UnknownCommand,
            (false, true, _) => CommandsText.UnknownCommandNear,
        };
        return text.With(CommandLineOf(command), name, near, Wanted(command));
    }

    private static IEnumerable<Command> WithParents(Command command) =>
        command.Parents.OfType<Command>().SelectMany(WithParents).Prepend(command);

    private static string CommandLineOf(Command command) => command is RootCommand
        ? "tortue"
        : CommandLineOf(command.Parents.OfType<Command>().First()) + " " + command.Name;

    private static string Wanted(Command command) =>
        command.Arguments is [var argument, ..] ? CommandsText.OneWord.With(argument.Name) : CommandsText.NoWord;

    private static Argument? MissingArgument(ParseResult parsed) => parsed.CommandResult.Command.Arguments.FirstOrDefault(argument =>
        (parsed.GetResult(argument)?.Tokens.Count ?? 0) < argument.Arity.MinimumNumberOfValues);

    private static string Names(IEnumerable<Command> commands) =>
        string.Join(", ", commands.Where(command => !command.Hidden).Select(command => command.Name));

    private static string Sentence(ParseError error)
    {
        if (error.SymbolResult is OptionResult { Tokens.Count: 0, Option: { HelpName: { } value } option })
            return CommandsText.NeedsValue.With(option.Name, value);
        var line = OneLine.Of(error.Message);
        return line.EndsWith('.') || line.EndsWith('?') ? line : line + ".";
    }
}
