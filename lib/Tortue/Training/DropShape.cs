namespace Tortue.Training;

/// <summary>How the rate of early dropout goes to 0.</summary>
public enum DropShape
{
    /// <summary>It stays up to the cut-off, and is 0 from there.</summary>
    Constant,

    /// <summary>It falls in a straight line from the first step to the cut-off.</summary>
    Linear,
}
