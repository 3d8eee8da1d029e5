using System.CommandLine;
using System.CommandLine.Invocation;
using Tortue.Cli.Errors;

namespace Tortue.Cli.Commands;

/// <summary>Prints the versions of the library, its engine and .NET, one a line.</summary>
internal sealed class VersionAction : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var setup = Course.About();
        parseResult.InvocationConfiguration.Output.WriteLine(CommandsText.Versions.With(setup.Library, setup.Engine, setup.Runtime));
        return ExitCode.Success;
    }
}
