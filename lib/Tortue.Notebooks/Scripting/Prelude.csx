// The first submission of every session: what cells can call without a using. It knows the host by a slot of AppContext alone.

/// <summary>The host adds a call of Check to every loop of a cell.</summary>
public static class CellLoop
{
    private static bool isStopping;

    public static void Check()
    {
        if (System.Threading.Volatile.Read(ref isStopping))
            throw new OperationCanceledException();
    }

    internal static void Stop(bool value) => System.Threading.Volatile.Write(ref isStopping, value);
}

/// <summary>A value that was displayed, to be replaced later.</summary>
public sealed class DisplayedValue
{
    private readonly string[] _mimeTypes;

    internal DisplayedValue(object value, string[] mimeTypes)
    {
        _mimeTypes = mimeTypes;
        Show(value, false);
    }

    /// <summary>The id by which front ends know the display.</summary>
    public string DisplayId { get; } = Guid.NewGuid().ToString("N");

    /// <summary>Shows another value in the same place.</summary>
    public void Update(object updatedValue) => Show(updatedValue, true);

    private void Show(object value, bool isUpdate) =>
        ((Action<string, object, string[], bool>)AppContext.GetData("Tortue.Host.Show"))(DisplayId, value, _mimeTypes, isUpdate);
}

/// <summary>A text in HTML, shown as such.</summary>
public sealed class HtmlText
{
    private readonly string _html;

    internal HtmlText(string html) => _html = html;

    public string ToHtml() => _html;

    public override string ToString() => _html;
}

/// <summary>Shows a value now, in the best form the host knows, or in the MIME types given.</summary>
public static DisplayedValue display(object value, params string[] mimeTypes) => new DisplayedValue(value, mimeTypes);

/// <summary>Shows a value now.</summary>
public static DisplayedValue Display(this object value, params string[] mimeTypes) => new DisplayedValue(value, mimeTypes);

/// <summary>Shows a value now, as one MIME type.</summary>
public static DisplayedValue DisplayAs(this object value, string mimeType) => new DisplayedValue(value, new[] { mimeType });

/// <summary>Marks a text as HTML.</summary>
public static HtmlText HTML(string content) => new HtmlText(content);

/// <summary>Takes away what the cell has shown so far, at once or as soon as something else comes.</summary>
public static void ClearOutput(bool wait = false) => ((Action<bool>)AppContext.GetData("Tortue.Host.Clear"))(wait);

/// <summary>A password; it shows itself only when it is asked to.</summary>
public sealed class PasswordString
{
    private readonly string _text;

    public PasswordString(string clearTextPassword) => _text = clearTextPassword;

    public string GetClearTextPassword() => _text;

    public override string ToString() => "************";
}

/// <summary>Asks whoever runs the cell for a line of text.</summary>
public static Task<string> GetInputAsync(string prompt = "", string typeHint = "text") =>
    ((Func<string, bool, Task<string>>)AppContext.GetData("Tortue.Host.Ask"))(prompt, typeHint == "password");

/// <summary>Asks whoever runs the cell for a password, which is not seen as it is typed.</summary>
public static async Task<PasswordString> GetPasswordAsync(string prompt = "") => new PasswordString(await GetInputAsync(prompt, "password"));

/// <summary>What cells find in the place of the members of Console that belong to a terminal. Colours are ANSI codes, which notebooks show.</summary>
public static class CellConsole
{
    private const ConsoleColor Text = ConsoleColor.Gray, Page = ConsoleColor.Black;
    private static ConsoleColor _foreground = Text, _background = Page;

    public static ConsoleColor ForegroundColor
    {
        get => _foreground;
        set
        {
            _foreground = value;
            Write(value == Text ? 39 : Code(value));
        }
    }

    public static ConsoleColor BackgroundColor
    {
        get => _background;
        set
        {
            _background = value;
            Write(value == Page ? 49 : Code(value) + 10);
        }
    }

    public static int WindowWidth { get; set; } = 80;

    public static int WindowHeight { get; set; } = 25;

    public static int BufferWidth { get => WindowWidth; set => WindowWidth = value; }

    public static int BufferHeight { get => WindowHeight; set => WindowHeight = value; }

    public static int CursorLeft { get => 0; set => SetCursorPosition(value, 0); }

    public static int CursorTop { get; set; }

    public static bool CursorVisible { get; set; } = true;

    public static string Title { get; set; } = "";

    public static Encoding InputEncoding { get; set; } = Encoding.UTF8;

    public static Encoding OutputEncoding { get; set; } = Encoding.UTF8;

    public static bool KeyAvailable => false;

    public static void Clear() => ClearOutput();

    public static void Beep(int frequency = 800, int duration = 200)
    {
    }

    public static void ResetColor()
    {
        (_foreground, _background) = (Text, Page);
        Write(0);
    }

    /// <summary>The beginning of the line is the one place that can be gone back to.</summary>
    public static void SetCursorPosition(int left, int top)
    {
        if (left == 0)
            Console.Write('\r');
    }

    public static (int Left, int Top) GetCursorPosition() => (0, 0);

    /// <summary>Asks for a line; its first character is the key, and an empty one is Enter.</summary>
    public static ConsoleKeyInfo ReadKey(bool intercept = false)
    {
        var key = Console.ReadLine() is { Length: > 0 } line ? line[0] : '\r';
        var name = key == '\r' ? "Enter" : key == ' ' ? "Spacebar" : char.IsAsciiDigit(key) ? "D" + key : char.ToUpperInvariant(key).ToString();
        return new ConsoleKeyInfo(key, Enum.TryParse<ConsoleKey>(name, out var code) ? code : default, char.IsUpper(key), false, false);
    }

    private static void Write(int code) => Console.Write("\u001b[" + code + "m");

    private static int Code(ConsoleColor color) => ((int)color < 8 ? 30 : 82) + (int)color switch
    {
        1 or 9 or 3 or 11 or 4 or 12 or 6 or 14 => (int)color ^ 5,
        _ => (int)color,
    };
}

// What the host gets from this script: how to stop the loops of cells, and how to let them run.
(Action<bool>)CellLoop.Stop
