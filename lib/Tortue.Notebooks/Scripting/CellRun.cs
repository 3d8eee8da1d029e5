using System.Diagnostics;
using System.Globalization;

namespace Tortue.Notebooks.Scripting;

/// <summary>One run of one cell: what was asked, and the making of its result.</summary>
internal sealed class CellRun(string source, string name, IOutputSink sink, TimeSpan timeLimit, TextReader? input)
{
    private readonly long _start = Stopwatch.GetTimestamp();

    public CellSource Source { get; } = CellSource.Parse(source);

    public string Name => name;

    public IOutputSink Sink => sink;

    public TimeSpan TimeLimit => timeLimit;

    public TextReader? Input => input;

    /// <summary>The last expression's bundle, once it is there.</summary>
    public IReadOnlyDictionary<string, string>? Value { get; set; }

    private TimeSpan Elapsed => Stopwatch.GetElapsedTime(_start);

    public CellResult Succeed()
    {
        if (Source.IsTimed)
            sink.OnStream("stdout", Format(ScriptingText.WallTime, Elapsed.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture)) + "\n");

        return new CellResult(Value, null, Elapsed);
    }

    public CellResult Fail(CellError error) => new(null, error, Elapsed);

    public CellResult Fail(string errorName, string message) => Fail(new CellError(errorName, message, [message]));

    public CellResult FailByTimeLimit()
    {
        var limit = timeLimit.TotalMinutes >= 1
            ? Format(ScriptingText.Minutes, timeLimit.TotalMinutes.ToString("0.##", CultureInfo.InvariantCulture))
            : Format(ScriptingText.Seconds, timeLimit.TotalSeconds.ToString("0.##", CultureInfo.InvariantCulture));
        return Fail(CellErrorNames.TimeLimit, Format(ScriptingText.TimeLimit, limit));
    }

    /// <summary>Shows the value of a part that another one follows.</summary>
    public void ShowValue()
    {
        if (Value is not null)
            sink.OnDisplay(null, Value, isUpdate: false);
        Value = null;
    }

    private static string Format(string format, params object?[] values) => string.Format(CultureInfo.CurrentCulture, format, values);
}
