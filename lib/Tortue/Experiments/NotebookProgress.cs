using System.Net;
using Tortue.Display;

namespace Tortue.Experiments;

/// <summary>
/// Progress below the running cell, as one output that is replaced: a bar, the time so far and the time that is left. A run of less than a
/// second shows nothing, and outside a notebook nothing is shown at all.
/// </summary>
public sealed class NotebookProgress : IProgress<ExperimentProgress>
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
            var finished = value.Done == value.Total;
            if (!_isInNotebook() || (_handle is null && (finished || value.Elapsed < ShownAfter)))
                return;
            if (!finished && _handle is not null && value.Elapsed - _last < Interval)
                return;

            _last = value.Elapsed;
            var bundle = Bundle(value);
            if (_handle is null)
                _handle = NotebookHost.Display(bundle);
            else
                _handle.Update(bundle);
        }
    }

    /// <summary>The progress as a bar and as a line of text.</summary>
    internal IReadOnlyDictionary<string, string> Bundle(ExperimentProgress value)
    {
        var line = value.Done == value.Total
            ? Text.Format(ExperimentsText.Finished, _what, value.Elapsed.TotalSeconds)
            : Text.Format(
                ExperimentsText.UnderWay, _what, value.Fraction, value.Elapsed.TotalSeconds, value.Remaining?.TotalSeconds ?? double.NaN);
        var encoded = WebUtility.HtmlEncode(line);
        return new Dictionary<string, string>
        {
            [MimeTypes.Html] = value.Done == value.Total
                ? $"<small>{encoded}</small>"
                : Text.Format("<progress max=\"1\" value=\"{0:F3}\"></progress> <small>{1}</small>", value.Fraction, encoded),
            [MimeTypes.PlainText] = line,
        };
    }
}
