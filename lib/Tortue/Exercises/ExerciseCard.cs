using System.Net;
using System.Text.RegularExpressions;
using Tortue.Display;

namespace Tortue.Exercises;

/// <summary>A short answer of an exercise: what a check found, a hint, a solution. Readable as text too. Code in it stands between backticks.</summary>
[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed partial class ExerciseCard : IMimeBundle
{
    private readonly StateLook _look;
    private readonly string _exercise;
    private readonly string _title;
    private readonly string _message;
    private readonly string? _code;

    internal ExerciseCard(StateLook look, string exercise, string title, string message, string? code = null)
    {
        _look = look;
        _exercise = exercise;
        _title = title;
        _message = message;
        _code = code;
    }

    /// <summary>The card as HTML and as text.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => new Dictionary<string, string>
    {
        [MimeTypes.Html] = ToHtml(),
        [MimeTypes.PlainText] = ToString(),
    };

    /// <summary>The card as HTML.</summary>
    public string ToHtml()
    {
        var code = _code is null
            ? ""
            : $"<pre style=\"margin:.4em 0\"><code class=\"language-csharp\">{WebUtility.HtmlEncode(_code)}</code></pre>";
        return $"""
            <div class="tortue-exercise" role="status" style="border-left:4px solid {_look.Color};padding:.2em .8em;margin:.5em 0">
            <strong>{_look.Sign} {Encode(_look.Name)}.</strong> {Encode(_message)}{code}
            <br><small>{Encode(Heading)}</small></div>
            """;
    }

    /// <summary>The card as text, for consoles and plain notebooks.</summary>
    public override string ToString() =>
        $"{_look.Sign} {Heading}. {_look.Name}. {_message}{(_code is null ? "" : $"\n\n{_code}")}";

    private string Heading => Text.Format(ExercisesText.Heading, _exercise, _title);

    private static string Encode(string text) =>
        Backticks().Replace(WebUtility.HtmlEncode(text).ReplaceLineEndings("<br>"), "<code>$1</code>");

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Backticks();
}
