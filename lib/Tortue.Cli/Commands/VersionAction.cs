using System.CommandLine;
using System.CommandLine.Invocation;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Tortue.Cli.Commands;

/// <summary>Prints the versions of the library, its engine and .NET, one a line.</summary>
internal sealed class VersionAction : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine($"tortue {Version(typeof(VersionAction).Assembly)}");
        output.WriteLine(RuntimeInformation.FrameworkDescription);
        return 0;
    }

    // The part after the plus is the commit, which the SDK appends.
    private static string Version(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";
}
