namespace Tortue.Tensors.Autograd;

/// <summary>Whether operations on this thread are recorded for the backward pass.</summary>
internal static class GradMode
{
    [ThreadStatic]
    private static bool disabled;

    public static bool IsEnabled => !disabled;

    /// <summary>Switches recording on or off until the result is disposed.</summary>
    public static IDisposable Set(bool enabled) => new Guard(enabled);

    private sealed class Guard : IDisposable
    {
        private readonly bool _before = disabled;

        public Guard(bool enabled) => disabled = !enabled;

        public void Dispose() => disabled = _before;
    }
}
