namespace TorchSharp;

/// <summary>Margins of a convolution by name.</summary>
public enum Padding
{
    /// <summary>None: every weight always lies on a pixel.</summary>
    Valid = 0,

    /// <summary>Those that keep rows and columns as many as they are; an odd one out goes below and to the right.</summary>
    Same = 1,
}
