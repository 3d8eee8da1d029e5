using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Tortue.Cli.Processes;

/// <summary>Ends this process when the one that started it is gone: a loop would otherwise run for ever.</summary>
internal static class ParentWatch
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(250);

    /// <summary>Begins to watch, on a thread of its own.</summary>
    /// <param name="parent">The number of the process that started this one.</param>
    /// <param name="whenGone">What is left to do before the end.</param>
    public static void Start(int parent, Action whenGone) =>
        new Thread(() => Watch(parent, whenGone)) { IsBackground = true, Name = nameof(ParentWatch) }.Start();

    /// <summary>The process that a kernel lives for: the one that Jupyter's clients name, or else the parent.</summary>
    /// <param name="environment">Reads an environment variable; null where it is not set.</param>
    /// <returns>Its number; null where there is none to watch, such as below the system's first process.</returns>
    public static int? OfKernel(Func<string, string?> environment)
    {
        var named = environment("JPY_PARENT_PID");
        if (OperatingSystem.IsWindows()) return WindowsParent.OfHandle(named) ?? WindowsParent.OfThisProcess();
        int parent = int.TryParse(named, NumberStyles.None, CultureInfo.InvariantCulture, out int id) ? id : ParentId();
        return parent > 1 ? parent : null;
    }

    private static void Watch(int parent, Action whenGone)
    {
        if (!OperatingSystem.IsWindows() && ParentId() == parent) AwaitNewParent(parent);
        else AwaitEnd(parent);
        whenGone();
        using var own = Process.GetCurrentProcess();
        own.Kill();
    }

    // An orphan gets another parent at once, also where nobody collects the process that ended, so that its number lives on.
    private static void AwaitNewParent(int parent)
    {
        while (ParentId() == parent) Thread.Sleep(Glance);
    }

    private static void AwaitEnd(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.WaitForExit();
        }
        catch (ArgumentException)
        {
            // It has ended already.
        }
    }

    [DllImport("libc", EntryPoint = "getppid")]
    private static extern int ParentId();
}
