namespace Tortue.Cli.Tests.Support;

/// <summary>What a command did.</summary>
/// <param name="Code">The exit code.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Messages">Standard error.</param>
internal sealed record CommandResult(int Code, string Output, string Messages)
{
    public string[] MessageLines => Messages.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
