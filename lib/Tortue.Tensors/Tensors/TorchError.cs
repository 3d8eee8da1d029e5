using System.Runtime.InteropServices;

namespace Tortue.Tensors;

/// <summary>Errors as TorchSharp throws them: what its native side reports arrives as an <see cref="ExternalException"/>.</summary>
internal static class TorchError
{
    /// <summary>An error in PyTorch's own words.</summary>
    public static ExternalException Because(string message) => new(message);
}
