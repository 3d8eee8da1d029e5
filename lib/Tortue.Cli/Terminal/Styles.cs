using Spectre.Console;

namespace Tortue.Cli.Terminal;

/// <summary>The colours of the command's lines.</summary>
internal static class Styles
{
    /// <summary>Something went wrong.</summary>
    public static Style Error { get; } = new(Color.Red);

    /// <summary>Worth knowing, nothing is broken.</summary>
    public static Style Notice { get; } = new(Color.Olive);

    /// <summary>Progress, and what can be passed over.</summary>
    public static Style Quiet { get; } = new(decoration: Decoration.Dim);

    /// <summary>Where the outputs of a cell begin.</summary>
    public static Style Header { get; } = new(Color.Teal);

    /// <summary>Text as it is.</summary>
    public static Style Plain { get; } = Style.Plain;
}
