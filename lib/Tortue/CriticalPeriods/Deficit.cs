namespace Tortue.CriticalPeriods;

/// <summary>What is wrong with the training images, or with their labels, while a deficit lasts.</summary>
public enum Deficit
{
    /// <summary>Nothing: training as usual.</summary>
    None,

    /// <summary>Images lose their fine detail: averaged down to a quarter of their height and width, and back by bilinear interpolation.
    /// It stands for a cataract.</summary>
    Blur,

    /// <summary>Images stand on their heads. All detail is there.</summary>
    VerticalFlip,

    /// <summary>Classes change their names, always in the same way. Images stay as they are.</summary>
    LabelPermutation,

    /// <summary>Images are replaced by white noise: nothing is to be seen.</summary>
    Noise,
}
