namespace TorchSharp;

public static partial class torch
{
    /// <summary>How an image of another size is made.</summary>
    public enum InterpolationMode
    {
        /// <summary>The pixel at or before the place.</summary>
        Nearest = 0,

        /// <summary>Between the two neighbours in a sequence.</summary>
        Linear = 1,

        /// <summary>Between the four pixels around.</summary>
        Bilinear = 2,

        /// <summary>Between sixteen pixels; not available in this engine.</summary>
        Bicubic = 3,

        /// <summary>Between the eight voxels around; not available in this engine.</summary>
        Trilinear = 4,

        /// <summary>The average of the pixels that a new one covers.</summary>
        Area = 5,

        /// <summary>The pixel whose centre is nearest.</summary>
        NearestExact = 6,
    }

    /// <summary>How an image is made larger.</summary>
    public enum UpsampleMode
    {
        /// <summary>The pixel at or before the place.</summary>
        Nearest = 0,

        /// <summary>Between the two neighbours in a sequence.</summary>
        Linear = 1,

        /// <summary>Between the four pixels around.</summary>
        Bilinear = 2,

        /// <summary>Between sixteen pixels; not available in this engine.</summary>
        Bicubic = 3,

        /// <summary>Between the eight voxels around; not available in this engine.</summary>
        Trilinear = 4,
    }
}
