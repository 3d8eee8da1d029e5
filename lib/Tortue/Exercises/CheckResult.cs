using Tortue.Display;

namespace Tortue.Exercises;

/// <summary>What a check says of an answer; notebooks show it as a card.</summary>
/// <param name="Exercise">The exercise's number, for example "0.3".</param>
/// <param name="Title">Its title.</param>
/// <param name="State">Right, wrong or not attempted.</param>
/// <param name="Message">What was found, and for a wrong answer where to look.</param>
/// <param name="Attempts">How many answers have been checked so far, this one included; placeholders do not count.</param>
[TypeFormatterSource(typeof(MimeBundleFormatterSource), PreferredMimeTypes = [MimeTypes.Html])]
public sealed record CheckResult(string Exercise, string Title, ExerciseState State, string Message, int Attempts) : IMimeBundle
{
    /// <summary>The card's text.</summary>
    public override string ToString() => Card.ToString();

    /// <summary>The card, as HTML and as text.</summary>
    public IReadOnlyDictionary<string, string> ToMimeBundle() => Card.ToMimeBundle();

    /// <summary>The card as HTML.</summary>
    public string ToHtml() => Card.ToHtml();

    private ExerciseCard Card => new(StateLook.Of(State), Exercise, Title, Message);
}
