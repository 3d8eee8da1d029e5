using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Tortue.Cli.Commands;

/// <summary>The usual help of a command, then examples.</summary>
/// <param name="inner">Prints the usual help.</param>
/// <param name="examples">What follows it, for each command.</param>
internal sealed class HelpWithExamplesAction(HelpAction inner, IReadOnlyDictionary<Command, string> examples) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var code = inner.Invoke(parseResult);
        if (examples.TryGetValue(parseResult.CommandResult.Command, out var text))
            parseResult.InvocationConfiguration.Output.WriteLine(text);
        return code;
    }
}
