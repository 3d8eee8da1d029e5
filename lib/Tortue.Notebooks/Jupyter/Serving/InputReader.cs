using Tortue.Notebooks.Scripting;

namespace Tortue.Notebooks.Jupyter.Serving;

/// <summary>What a cell reads from the console: each line is asked for when it is needed.</summary>
/// <param name="input">Asks the user.</param>
/// <param name="exchange">The cell.</param>
internal sealed class InputReader(UserInput input, Exchange exchange) : TextReader
{
    private string _line = "";
    private int _position;

    public override string? ReadLine()
    {
        if (_position == _line.Length)
            return Ask();
        var rest = _line[_position..].TrimEnd('\n');
        _position = _line.Length;
        return rest;
    }

    public override int Peek() => Fill() ? _line[_position] : -1;

    public override int Read() => Fill() ? _line[_position++] : -1;

    private bool Fill()
    {
        if (_position < _line.Length)
            return true;
        if (Ask() is not { } line)
            return false;
        (_line, _position) = (line + "\n", 0);
        return true;
    }

    // Blocks the cell's thread as reading a console does; an interrupt ends the wait.
    private string? Ask() => input.AskAsync(exchange, "", false, CellContext.Current?.Cancellation ?? default).GetAwaiter().GetResult();
}
