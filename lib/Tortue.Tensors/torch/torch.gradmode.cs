using Tortue.Tensors.Autograd;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Stops recording on this thread: <c>using (no_grad()) …</c>.</summary>
    /// <returns>An object that goes back to the former state when it is disposed.</returns>
    public static IDisposable no_grad() => GradMode.Set(false);

    /// <summary>Records operations on this thread again.</summary>
    /// <param name="enabled">Whether to record.</param>
    /// <returns>An object that goes back to the former state when it is disposed.</returns>
    public static IDisposable enable_grad(bool enabled = true) => GradMode.Set(enabled);

    /// <summary>Switches recording on this thread on or off.</summary>
    /// <param name="mode">Whether to record.</param>
    /// <returns>An object that goes back to the former state when it is disposed.</returns>
    public static IDisposable set_grad_enabled(bool mode = true) => GradMode.Set(mode);

    /// <summary>Stops recording on this thread; the same as <see cref="no_grad"/> in this engine.</summary>
    /// <param name="mode">Whether to stop.</param>
    /// <returns>An object that goes back to the former state when it is disposed.</returns>
    public static IDisposable inference_mode(bool mode = true) => GradMode.Set(!mode && GradMode.IsEnabled);

    /// <summary>Whether operations on this thread are recorded for the backward pass.</summary>
    /// <returns>True unless <see cref="no_grad"/> is in force.</returns>
    public static bool is_grad_enabled() => GradMode.IsEnabled;
}
