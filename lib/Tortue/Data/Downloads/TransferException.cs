namespace Tortue.Data.Downloads;

/// <summary>One try at one address failed.</summary>
/// <param name="message">Why, to stand inside a sentence.</param>
/// <param name="isTransient">Whether another try may help.</param>
internal sealed class TransferException(string message, bool isTransient) : Exception(message)
{
    /// <summary>Whether another try at the same address may help.</summary>
    public bool IsTransient { get; } = isTransient;
}
