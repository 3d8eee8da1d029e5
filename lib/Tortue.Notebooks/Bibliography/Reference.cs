namespace Tortue.Notebooks.Bibliography;

/// <summary>One entry of a bibliography: a paper, a chapter of a book, a report.</summary>
public sealed record Reference
{
    /// <summary>The name by which texts cite it: the first author's surname and the year, in lower case (<c>he2016</c>).</summary>
    public required string Key { get; init; }

    /// <summary>What kind of publication it is, in the words of CSL: <c>article-journal</c>, <c>paper-conference</c>, ….</summary>
    public required string Kind { get; init; }

    /// <summary>The title, in sentence case, without a full stop.</summary>
    public required string Title { get; init; }

    /// <summary>The authors as a list of references names them, initials first: "K. He".</summary>
    public required IReadOnlyList<string> Authors { get; init; }

    /// <summary>The year of publication.</summary>
    public required int Year { get; init; }

    /// <summary>Where it appeared, in full: a journal, a conference, a book; null for what stands alone.</summary>
    public string? Container { get; init; }

    /// <summary>The name by which <see cref="Container"/> is known ("CVPR"); null where there is none.</summary>
    public string? ShortContainer { get; init; }

    /// <summary>The volume of a journal; null where unknown.</summary>
    public string? Volume { get; init; }

    /// <summary>The pages, "95–101"; null where unknown.</summary>
    public string? Pages { get; init; }

    /// <summary>Who published a report or a book; null where unknown.</summary>
    public string? Publisher { get; init; }

    /// <summary>The number of the paper on arXiv, "1512.03385"; null where it is not there.</summary>
    public string? ArXiv { get; init; }

    /// <summary>The digital object identifier, "10.1093/biomet/74.1.95"; null where unknown.</summary>
    public string? Doi { get; init; }

    /// <summary>Another address of the text on the web; null where there is none.</summary>
    public string? Url { get; init; }

    /// <summary>The anchor of the entry in a list of references: <c>ref-he2016</c>.</summary>
    public string Anchor => AnchorPrefix + Key;

    /// <summary>Where it can be read: on arXiv, else by its DOI, else at <see cref="Url"/>; null where none is known.</summary>
    public string? Address =>
        ArXiv is not null ? "https://arxiv.org/abs/" + ArXiv : Doi is not null ? "https://doi.org/" + Doi : Url;

    /// <summary>What the anchors of entries begin with.</summary>
    public const string AnchorPrefix = "ref-";
}
