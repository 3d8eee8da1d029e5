using System.Runtime.CompilerServices;

namespace Tortue.Tensors.Kernels;

/// <summary>
/// The weights of a pass as its innermost steps read them: those of several results side by side, one shift after another.
/// </summary>
/// <param name="plan">The pass.</param>
/// <param name="together">Results side by side.</param>
internal sealed class ConvolutionPacking(ConvolutionPlan plan, int together)
{
    private readonly int _firsts = plan.Groups * ((plan.Targets + together - 1) / together) * together;

    /// <summary>Results side by side.</summary>
    public int Together { get; } = together;

    /// <summary>Elements that are written: where the sums begin, for each result, and then each phase's weights.</summary>
    public nint Length => Start(plan.Phases.Length);

    /// <summary>The shifts of each phase, for all channels of a group.</summary>
    public nint[][] Shifts { get; } = [.. plan.Phases.Select(phase => OverChannels(plan, phase))];

    /// <summary>Where a phase's weights begin.</summary>
    public nint Start(int phase)
    {
        nint weights = 1;
        for (int p = 0; p < phase; p++)
            weights += (nint)plan.Sources * plan.Phases[p].Weights.Length;
        return weights * _firsts;
    }

    /// <summary>Brings weights and biases into this order; backward, channels and outputs change places.</summary>
    /// <param name="size">The convolution's sizes.</param>
    /// <param name="w">The weights.</param>
    /// <param name="b">The biases, or null for zeros.</param>
    /// <param name="backward">Whether results are the channels.</param>
    /// <param name="packed">Room for <see cref="Length"/> elements.</param>
    public unsafe void Pack<T>(ConvolutionSize size, T* w, T* b, bool backward, T* packed)
        where T : unmanaged
    {
        new Span<T>(packed, _firsts).Clear();
        for (int output = 0; b is not null && output < size.Outputs; output++)
            packed[Place(output / size.GroupOutputs, output % size.GroupOutputs, 1)] = b[output];
        for (int p = 0; p < plan.Phases.Length; p++)
        {
            int taps = plan.Sources * plan.Phases[p].Weights.Length;
            // Places that have no weight are multiplied as well, and what comes of it is thrown away.
            if (plan.Targets % Together != 0)
                new Span<T>(packed + Start(p), taps * _firsts).Clear();
            for (int group = 0; group < plan.Groups; group++)
            {
                for (int target = 0; target < plan.Targets; target++)
                {
                    nint from = backward
                        ? ((nint)group * size.GroupOutputs * size.GroupChannels) + target
                        : (((nint)group * size.GroupOutputs) + target) * size.GroupChannels;
                    Pack(
                        w + (from * size.KernelCount), (backward ? size.GroupChannels : 1) * size.KernelCount, plan.Phases[p].Weights,
                        packed + Start(p) + Place(group, target, taps));
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private unsafe void Pack<T>(T* w, nint nextSource, int[] weights, T* packed)
        where T : unmanaged
    {
        for (int source = 0; source < plan.Sources; source++, w += nextSource)
        {
            for (int i = 0; i < weights.Length; i++, packed += Together)
                *packed = w[weights[i]];
        }
    }

    private nint Place(int group, int target, int taps) =>
        ((((nint)group * (_firsts / plan.Groups / Together)) + (target / Together)) * taps * Together) + (target % Together);

    private static nint[] OverChannels(ConvolutionPlan plan, ConvolutionPhase phase)
    {
        var shifts = new nint[plan.Sources * phase.Shifts.Length];
        for (int i = 0; i < shifts.Length; i++)
            shifts[i] = ((nint)(i / phase.Shifts.Length) * plan.Planes.ChannelSize) + phase.Shifts[i % phase.Shifts.Length];
        return shifts;
    }
}
