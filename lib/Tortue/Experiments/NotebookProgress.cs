using System.Net;
using Tortue.Display;

namespace Tortue.Experiments;

/// <summary>
/// Progress below the running cell, as one output that is replaced: a bar, the time so far and the time that is left. It is taken away at
/// the end, so that a saved notebook holds results and no times, which differ from run to run. A run of less than a second shows nothing,
/// and outside a notebook nothing is shown at all.
/// </summary>
public sealed class NotebookProgress : IProgress<ExperimentProgress>, IDisposable
{
    private static readonly TimeSpan ShownAfter = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(300);

    private readonly Lock _gate = new();
    private readonly string _what;
    private readonly Func<bool> _isInNotebook;
    private DisplayHandle? _handle;
    private TimeSpan _last;

    /// <summary>Progress of one run.</summary>
    /// <param name="what">What runs, for the line beside the bar.</param>
    public NotebookProgress(string what)
        : this(what, () => NotebookHost.Name is not null)
    {
    }

    internal NotebookProgress(string what, Func<bool> isInNotebook)
    {
        _what = what;
        _isInNotebook = isInNotebook;
    }

    /// <inheritdoc/>
    public void Report(ExperimentProgress value)
    {
        lock (_gate)
        {
            if (value.Done == value.Total)
                Remove();
            else if (_isInNotebook() && (_handle is null ? value.Elapsed >= ShownAfter : value.Elapsed - _last >= Interval))
                Show(value);
        }
    }

    /// <summary>Takes the progress away, also that of a run which was interrupted.</summary>
    public void Dispose()
    {
        lock (_gate)
            Remove();
    }

    private void Show(ExperimentProgress value)
    {
        _last = value.Elapsed;
        var bundle = Bundle(value);
        if (_handle is null)
            _handle = NotebookHost.Display(bundle);
        else
            _handle.Update(bundle);
    }

    private void Remove()
    {
        _handle?.Remove();
        _handle = null;
    }

    /// <summary>The progress as a bar and as a line of text.</summary>
    internal IReadOnlyDictionary<string, string> Bundle(ExperimentProgress value)
    {
        var line = Text.Format(
            ExperimentsText.UnderWay, _what, value.Fraction, value.Elapsed.TotalSeconds, value.Remaining?.TotalSeconds ?? double.NaN);
        var encoded = WebUtility.HtmlEncode(line);
        return new Dictionary<string, string>
        {
            [MimeTypes.Html] = Text.Format("<progress max=\"1\" value=\"{0:F3}\"></progress> <small>{1}</small>", value.Fraction, encoded),
            [MimeTypes.PlainText] = line,
        };
    }
}
