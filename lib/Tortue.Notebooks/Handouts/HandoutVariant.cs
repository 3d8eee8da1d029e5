namespace Tortue.Notebooks.Handouts;

/// <summary>For whom a handout is.</summary>
public enum HandoutVariant
{
    /// <summary>For students.</summary>
    Student,

    /// <summary>For whoever teaches: cells tagged <c>instructor</c> and the notes of slides are marked as such, and solutions are shown.</summary>
    Instructor,

    /// <summary>
    /// For paper: one column, always light, nothing folded, no buttons, pictures in place of charts. Solutions that would be folded are left out,
    /// as on paper nothing can be unfolded.
    /// </summary>
    Print,
}
