using System.Diagnostics;

namespace Tortue.Cli.Grading;

/// <summary>Ends this process when the one that started it is gone: a loop would otherwise run for ever.</summary>
internal static class ParentWatch
{
    /// <summary>Begins to watch, on a thread of its own.</summary>
    /// <param name="parent">The number of the process that started this one.</param>
    /// <param name="scratch">The folder that it would have removed afterwards.</param>
    public static void Start(int parent, string scratch) =>
        new Thread(() => Watch(parent, scratch)) { IsBackground = true, Name = nameof(ParentWatch) }.Start();

    private static void Watch(int parent, string scratch)
    {
        try
        {
            using var process = Process.GetProcessById(parent);
            process.WaitForExit();
        }
        catch (ArgumentException)
        {
            // It has ended already.
        }

        SubmissionProcess.Remove(new DirectoryInfo(scratch));
        using var own = Process.GetCurrentProcess();
        own.Kill();
    }
}
