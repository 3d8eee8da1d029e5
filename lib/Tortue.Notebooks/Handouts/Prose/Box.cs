using System.Net;

namespace Tortue.Notebooks.Handouts.Prose;

/// <summary>The HTML around what a box holds.</summary>
internal static class Box
{
    /// <summary>What comes before the content.</summary>
    /// <param name="kind">The kind of box.</param>
    /// <param name="form">Open or folded.</param>
    /// <param name="title">A title that replaces the kind's label, or null.</param>
    /// <param name="named">Whether the content says itself what it is, so that an open box needs no heading.</param>
    public static string Start(BoxKind kind, BoxForm form, string? title = null, bool named = false)
    {
        var label = WebUtility.HtmlEncode(title ?? kind.Label);
        if (form == BoxForm.Folded)
            return $"<details class=\"box box-{kind.Name}\"><summary>{label}</summary>\n<div class=\"box-body\">\n";
        var heading = named ? "" : $"<p class=\"box-label\">{label}</p>\n";
        return $"<section class=\"box box-{kind.Name}\" role=\"group\" aria-label=\"{label}\">\n{heading}<div class=\"box-body\">\n";
    }

    /// <summary>What comes behind the content.</summary>
    public static string End(BoxForm form) => form == BoxForm.Folded ? "</div>\n</details>\n" : "</div>\n</section>\n";
}
