using System.Text;

namespace Tortue.Notebooks.Scripting;

/// <summary>
/// Stands before the process's console: what a cell writes goes to the cell's outputs, what anything else writes goes where it went before.
/// </summary>
internal static class ConsoleRouter
{
    private static readonly Lock Gate = new();
    private static TextWriter? _out;
    private static TextWriter? _error;
    private static TextReader? _in;

    /// <summary>Puts the router in place; does so again where somebody has replaced it since.</summary>
    public static void Install()
    {
        lock (Gate)
        {
            if (!ReferenceEquals(Console.Out, _out))
            {
                Console.SetOut(new Writer("stdout", Console.Out));
                _out = Console.Out;
            }

            if (!ReferenceEquals(Console.Error, _error))
            {
                Console.SetError(new Writer("stderr", Console.Error));
                _error = Console.Error;
            }

            // Asking for the first Console.In would change the terminal's settings.
            if (_in is null || !ReferenceEquals(Console.In, _in))
            {
                var other = _in is null ? null : Console.In;
                Console.SetIn(new Reader(new Lazy<TextReader>(() => other ?? new StreamReader(Console.OpenStandardInput()))));
                _in = Console.In;
            }
        }
    }

    private sealed class Writer : TextWriter
    {
        private readonly string _name;
        private readonly TextWriter _other;

        public Writer(string name, TextWriter other)
        {
            _name = name;
            _other = other;
            // The same files on every system.
            CoreNewLine = ['\n'];
        }

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => Write(value.ToString());

        public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

        public override void Write(ReadOnlySpan<char> buffer) => Write(buffer.ToString());

        public override void Write(string? value)
        {
            if (string.IsNullOrEmpty(value))
                return;

            if (CellContext.Current is { } cell)
                cell.Write(_name, value);
            else
                _other.Write(value);
        }

        public override void WriteLine()
        {
            if (CellContext.Current is { } cell)
                cell.Write(_name, "\n");
            else
                _other.WriteLine();
        }

        public override void WriteLine(string? value)
        {
            if (CellContext.Current is { } cell)
                cell.Write(_name, value + "\n");
            else
                _other.WriteLine(value);
        }

        public override void Flush()
        {
            if (CellContext.Current is null)
                _other.Flush();
        }
    }

    private sealed class Reader(Lazy<TextReader> other) : TextReader
    {
        public override int Peek() => Source.Peek();

        public override int Read() => Source.Read();

        public override string? ReadLine() => Source.ReadLine();

        private TextReader Source =>
            CellContext.Current is not { } cell ? other.Value : cell.Input ?? throw new InvalidOperationException(ScriptingText.NoInput);
    }
}
