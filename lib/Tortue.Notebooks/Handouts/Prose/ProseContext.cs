namespace Tortue.Notebooks.Handouts.Prose;

/// <summary>What the text of a page depends on beyond its Markdown.</summary>
internal sealed record ProseContext
{
    /// <summary>How boxes of a kind appear.</summary>
    public required Func<BoxKind, BoxForm> FormOf { get; init; }

    /// <summary>Colours a fragment of C#: source to HTML.</summary>
    public required Func<string, string> ColourFragment { get; init; }

    /// <summary>Gives the picture that an address means as a <c>data:</c> address, or null where it is not there.</summary>
    public required Func<string, string?> EmbedPicture { get; init; }

    /// <summary>Takes a sentence for whoever exports the page.</summary>
    public required Action<string> Notice { get; init; }
}
