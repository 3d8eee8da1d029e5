using System.Runtime.ExceptionServices;

namespace Tortue.Notebooks.Scripting;

/// <summary>
/// Exceptions that nobody catches on threads that cells started. They would end the process, and with it the session: instead they are told on the cell's
/// standard error, and the thread alone ends.
/// </summary>
internal static class BackgroundFailures
{
    private static readonly Lazy<bool> Installed = new(() =>
    {
        ExceptionHandling.SetUnhandledExceptionHandler(Tell);
        return true;
    });

    /// <summary>Takes over unhandled exceptions of cells; those of anybody else end the process as before.</summary>
    public static void Install() => _ = Installed.Value;

    private static bool Tell(Exception exception)
    {
        if (CellContext.Current is not { } cell)
            return false;

        try
        {
            cell.Write("stderr", string.Join('\n', CellTrace.Describe(exception, "").Traceback) + "\n");
        }
        catch (OperationCanceledException)
        {
            // The cell was stopped: nobody listens.
        }

        return true;
    }
}
