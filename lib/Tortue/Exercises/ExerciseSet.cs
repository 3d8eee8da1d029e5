using System.Collections;
using System.Net;
using Tortue.Display;

namespace Tortue.Exercises;

/// <summary>The exercises of a chapter; notebooks show how far each has come.</summary>
[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed class ExerciseSet : IReadOnlyList<Exercise>, IMimeBundle
{
    private readonly IReadOnlyList<Exercise> _exercises;

    /// <summary>A chapter's exercises.</summary>
    /// <param name="chapter">The chapter's title.</param>
    /// <param name="exercises">Its exercises in their order, at least one, with different numbers.</param>
    /// <exception cref="ArgumentException">There is none, or two have one number.</exception>
    public ExerciseSet(string chapter, IReadOnlyList<Exercise> exercises)
    {
        if (exercises.Count == 0)
            throw new ArgumentException(ExercisesText.EmptySet, nameof(exercises));
        if (exercises.GroupBy(exercise => exercise.Id).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new ArgumentException(Text.Format(ExercisesText.SameId, twice.Key), nameof(exercises));
        Chapter = chapter;
        _exercises = exercises;
    }

    /// <summary>The chapter's title.</summary>
    public string Chapter { get; }

    /// <inheritdoc/>
    public int Count => _exercises.Count;

    /// <inheritdoc/>
    public Exercise this[int index] => _exercises[index];

    /// <inheritdoc/>
    public IEnumerator<Exercise> GetEnumerator() => _exercises.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The progress line as HTML and as text.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => new Dictionary<string, string>
    {
        [MimeTypes.Html] = ToHtml(),
        [MimeTypes.PlainText] = ToString(),
    };

    /// <summary>The progress line as HTML.</summary>
    public string ToHtml()
    {
        var signs = this.Select(exercise =>
        {
            var look = StateLook.Of(exercise.State);
            var title = WebUtility.HtmlEncode($"{exercise.Id} {exercise.Title}: {look.Name}");
            return $"<span title=\"{title}\" style=\"color:{look.Color};font-weight:bold\">{look.Sign}</span>";
        });
        return $"<div class=\"tortue-progress\">{string.Join(" ", signs)} &nbsp; {WebUtility.HtmlEncode(Sentence)}</div>";
    }

    /// <summary>One sign an exercise, and the counts.</summary>
    public override string ToString() => $"{string.Join(" ", this.Select(exercise => StateLook.Of(exercise.State).Sign))}  {Sentence}";

    private string Sentence => Text.Format(
        ExercisesText.Progress, Chapter, this.Count(exercise => exercise.State == ExerciseState.Correct), Count,
        this.Count(exercise => exercise.State == ExerciseState.NotAttempted));
}
