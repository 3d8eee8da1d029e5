using Tortue.Notebooks.Scripting;

namespace Tortue.Notebooks.Jupyter.Serving;

/// <summary>What a cell reads from the console: each line is asked for when it is needed.</summary>
/// <param name="input">Asks the user.</param>
/// <param name="exchange">The cell.</param>
internal sealed class InputReader(UserInput input, Exchange exchange) : QuestionReader
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

    public override int Peek()
    {
        Fill();
        return _line[_position];
    }

    public override int Read()
    {
        Fill();
        return _line[_position++];
    }

    public override Task<string> AskAsync(string prompt, bool isPassword, CancellationToken cancellation) =>
        input.AskAsync(exchange, prompt, isPassword, cancellation);

    // Blocks the cell's thread as reading a console does; an interrupt ends the wait. What stands before the cursor is the question.
    private string Ask() =>
        AskAsync(CellContext.Current?.OpenLine ?? "", false, CellContext.Current?.Cancellation ?? default).GetAwaiter().GetResult();

    private void Fill()
    {
        if (_position == _line.Length)
            (_line, _position) = (Ask() + "\n", 0);
    }
}
