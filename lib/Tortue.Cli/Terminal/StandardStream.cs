using System.Text;
using Spectre.Console;

namespace Tortue.Cli.Terminal;

/// <summary>
/// One of the process's two output streams. Whether it is a terminal is asked once: running cells replace the process's console, and
/// after that nothing tells any more where the original leads.
/// </summary>
/// <param name="writer">The stream.</param>
/// <param name="isTerminal">Whether it leads to a terminal.</param>
internal sealed class StandardStream(TextWriter writer, bool isTerminal) : IAnsiConsoleOutput
{
    private readonly AnsiConsoleOutput _output = new(writer);

    /// <inheritdoc/>
    public TextWriter Writer => writer;

    /// <inheritdoc/>
    public bool IsTerminal => isTerminal;

    /// <inheritdoc/>
    public int Width => _output.Width;

    /// <inheritdoc/>
    public int Height => _output.Height;

    /// <inheritdoc/>
    public void SetEncoding(Encoding encoding) => _output.SetEncoding(encoding);
}
