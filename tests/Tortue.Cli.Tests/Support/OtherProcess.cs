using System.Diagnostics;
using Xunit;

namespace Tortue.Cli.Tests.Support;

/// <summary>Processes that somebody else has started.</summary>
internal static class OtherProcess
{
    /// <summary>Waits for the end of a process that is no child of ours; nobody may be there to take note of its end.</summary>
    public static async Task EndsAsync(int id)
    {
        while (IsAlive(id)) await Task.Delay(20, TestContext.Current.CancellationToken);
    }

    private static bool IsAlive(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            var state = $"/proc/{id}/stat";
            var isZombie = File.Exists(state) && File.ReadAllText(state).Split(')')[^1].StartsWith(" Z", StringComparison.Ordinal);
            return !isZombie && !process.HasExited;
        }
        catch (Exception exception) when (exception is ArgumentException or IOException)
        {
            // There is no such process, or it ended while it was looked at.
            return false;
        }
    }
}
