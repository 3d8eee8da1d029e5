using Spectre.Console;

namespace Tortue.Cli.Terminal;

/// <summary>The process's two consoles, and lines written to a console.</summary>
internal static class Consoles
{
    /// <summary>A console over standard output.</summary>
    public static IAnsiConsole StandardOutput() => Create(new StandardStream(Console.Out, !Console.IsOutputRedirected));

    /// <summary>A console over standard error.</summary>
    public static IAnsiConsole StandardError() => Create(new StandardStream(Console.Error, !Console.IsErrorRedirected));

    /// <summary>Whether lines of this console can be rewritten: a person is watching a terminal.</summary>
    public static bool IsLive(this IAnsiConsole console) =>
        console.Profile.Capabilities is { Ansi: true, Interactive: true } && console.Profile.Out.IsTerminal;

    /// <summary>Writes a line as it is where there are no colours; otherwise wraps it at words and colours it.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="text">The line, without markup.</param>
    /// <param name="style">Its colour.</param>
    public static void WriteLine(this IAnsiConsole console, string text, Style style)
    {
        // Without ANSI codes the console would still break lines at a width of 80, in a log or a pipe.
        if (console.IsLive()) console.Write(new Paragraph(text + Environment.NewLine, style));
        else console.WriteRaw(text + Environment.NewLine);
    }

    /// <summary>Writes text untouched: no wrapping, no markup, no colours of ours.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="text">The text.</param>
    public static void WriteRaw(this IAnsiConsole console, string text)
    {
        console.Profile.Out.Writer.Write(text);
        console.Profile.Out.Writer.Flush();
    }

    private static IAnsiConsole Create(StandardStream stream) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = stream,
        // Logs of build servers are read as text; without this some of them would be sent ANSI codes.
        Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
    });
}
