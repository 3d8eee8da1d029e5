using System.Diagnostics;
using Xunit;

namespace Tortue.Notebooks.Tests;

/// <summary>What the test's process holds, as Linux counts it; skips the calling test on other systems.</summary>
internal static class ProcessCounts
{
    private const string Resident = "VmRSS:";

    /// <summary>Memory that cannot be given back, in bytes: objects that are in use, and pages that are in memory.</summary>
    public static (long Managed, long Resident) Memory()
    {
        SkipElsewhere();
        // Twice, for objects with finalizers.
        for (var i = 0; i < 2; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith(Resident, StringComparison.Ordinal));
        return (GC.GetTotalMemory(forceFullCollection: true), 1024 * long.Parse(line[Resident.Length..^2], provider: null));
    }

    /// <summary>Open files and connections.</summary>
    public static int OpenFiles()
    {
        SkipElsewhere();
        return Directory.GetFileSystemEntries("/proc/self/fd").Length;
    }

    /// <summary>Threads.</summary>
    public static int Threads()
    {
        using var own = Process.GetCurrentProcess();
        return own.Threads.Count;
    }

    private static void SkipElsewhere() => Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells what a process holds in /proc.");
}
