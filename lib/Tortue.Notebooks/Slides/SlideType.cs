namespace Tortue.Notebooks.Slides;

/// <summary>What part of a lecture a cell is: the values of nbformat's <c>metadata.slideshow.slide_type</c>.</summary>
public enum SlideType
{
    /// <summary>Continues what the cell before it began; also a cell that says nothing.</summary>
    Continued,

    /// <summary>Begins a slide.</summary>
    Slide,

    /// <summary>Begins a slide below the one before it.</summary>
    Subslide,

    /// <summary>Appears on the slide at the next step.</summary>
    Fragment,

    /// <summary>Is on no slide.</summary>
    Skip,

    /// <summary>Is what the lecturer says: speaker notes of the slide.</summary>
    Notes,
}
