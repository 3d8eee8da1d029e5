using Tortue.Tensors.Kernels;

namespace Tortue.Tensors.Tests.Kernels;

/// <summary>
/// Runs a check once for each width of vector register, in one process; a width that the machine lacks is imitated, which
/// <see cref="MachineTests"/> leave out. Classes that use it belong to <see cref="WorkersCollection"/>, as the width is the process's.
/// </summary>
internal static class EveryWidth
{
    private static readonly KernelWidth[] All = MachineTests.IsLesserMachine
        ? [KernelWidths.Best, KernelWidth.Portable]
        : Enum.GetValues<KernelWidth>();

    public static void Do(Action<KernelWidth> check)
    {
        try
        {
            foreach (var width in All)
            {
                KernelWidths.Forced = width;
                check(width);
            }
        }
        finally
        {
            KernelWidths.Forced = null;
        }
    }
}
