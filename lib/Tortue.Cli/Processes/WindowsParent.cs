using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Tortue.Cli.Processes;

/// <summary>Which process a kernel lives for, on Windows: a process there keeps its parent's number when that is gone, and the number may become another's.</summary>
/// <remarks>Nobody has tried this yet.</remarks>
[SupportedOSPlatform("windows")]
internal static class WindowsParent
{
    private const int BasicInformation = 0;

    /// <summary>The process behind a handle that Jupyter's clients let their kernel inherit.</summary>
    /// <param name="handle">The handle in digits.</param>
    /// <returns>Its number; null where the text is no handle of a process.</returns>
    public static int? OfHandle(string? handle) =>
        long.TryParse(handle, NumberStyles.None, CultureInfo.InvariantCulture, out long value) && GetProcessId((nint)value) is > 0 and int id ? id : null;

    /// <summary>The process that started this one; null where it has ended already.</summary>
    public static int? OfThisProcess()
    {
        using var own = Process.GetCurrentProcess();
        if (NtQueryInformationProcess(own.Handle, BasicInformation, out var information, Marshal.SizeOf<ProcessInformation>(), out _) != 0) return null;
        try
        {
            using var parent = Process.GetProcessById((int)information.Parent);
            // What began later has been given the number of a parent that is gone.
            return parent.StartTime <= own.StartTime ? parent.Id : null;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return null;
        }
    }

    [DllImport("kernel32")]
    private static extern int GetProcessId(nint process);

    [DllImport("ntdll")]
    private static extern int NtQueryInformationProcess(nint process, int kind, out ProcessInformation information, int length, out int returned);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct ProcessInformation
    {
        private readonly nint _exitStatus;
        private readonly nint _environment;
        private readonly nint _affinity;
        private readonly nint _priority;
        private readonly nint _id;

        /// <summary>The number of the process that this one inherited from.</summary>
        public readonly nint Parent;
    }
}
