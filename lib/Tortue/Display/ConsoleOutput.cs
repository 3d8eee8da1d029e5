namespace Tortue.Display;

/// <summary>Text on the console: each new text is a new line, since lines that were written cannot be replaced everywhere.</summary>
internal sealed class ConsoleOutput(TextWriter console) : IOutput
{
    private string? _last;

    public void Show(IReadOnlyDictionary<string, string> bundle) => Update(bundle);

    public void Update(IReadOnlyDictionary<string, string> bundle)
    {
        if (!bundle.TryGetValue(MimeTypes.PlainText, out var text) || text == _last)
            return;
        console.WriteLine(text);
        _last = text;
    }

    /// <summary>What was written stays.</summary>
    public void Remove()
    {
    }
}
