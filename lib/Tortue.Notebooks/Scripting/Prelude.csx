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

// What the host gets from this script: how to stop the loops of cells, and how to let them run.
(Action<bool>)CellLoop.Stop
