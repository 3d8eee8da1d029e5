using static TorchSharp.torch;

namespace Tortue.Models;

/// <summary>Networks whose first weights follow from a seed, also where several threads make some at once.</summary>
public static class SeededNetworks
{
    // New layers draw their first numbers from the one generator of all.
    private static readonly Lock Making = new();

    /// <summary>Makes a network.</summary>
    /// <param name="seed">The seed of all that <paramref name="make"/> draws from the engine's own generator, which is left in another
    /// state.</param>
    /// <param name="make">Makes it.</param>
    public static T Make<T>(ulong seed, Func<T> make)
        where T : nn.Module
    {
        ArgumentNullException.ThrowIfNull(make);
        lock (Making)
        {
            manual_seed((long)seed);
            return make();
        }
    }
}
