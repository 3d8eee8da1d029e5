namespace TorchSharp;

public static partial class torch
{
    /// <summary>Whether and how a quotient becomes an integer.</summary>
    public enum RoundingMode
    {
        /// <summary>It stays as it is.</summary>
        None,

        /// <summary>Towards zero.</summary>
        trunc,

        /// <summary>Towards minus infinity.</summary>
        floor,
    }
}
