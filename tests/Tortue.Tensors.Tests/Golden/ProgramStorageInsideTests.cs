using System.Runtime.InteropServices;
using Tortue.Tensors.Tests.Golden.Programs;
using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tensors.Tests.Golden;

/// <summary>The operators of the programs, called without a scope: nothing that they took is left to the garbage collector.</summary>
public class ProgramStorageInsideTests
{
    [Fact]
    public void WhatAnOperatorTookIsGivenBackWithItsResults()
    {
        using var noGradient = no_grad();
        var kept = ProgramGoldenTests.Programs.Values.SelectMany(group => group)
            .Where(program => program is { Steps.Count: 1, Error: null } && !ProgramModule.IsModule(program.Steps[0].Name))
            .SelectMany(Kept).Distinct();
        Assert.Empty(kept);
    }

    private static IEnumerable<string> Kept(GoldenProgram program)
    {
        var (step, ways) = (program.Steps[0], 1);
        for (var way = 0; way < ways; way++)
        {
            var inputs = program.Inputs.Select((text, i) => ProgramInput.Make(text, i).Variable).ToList();
            var methods = ProgramMethod.Fitting(step.Name, step.Operands, step.Arguments, inputs).ToList();
            ways = methods.Count;
            if (way < ways && Held(methods[way], inputs) is var held and not 0)
                yield return $"{methods[way].Method} keeps {held}";
            foreach (var input in inputs)
                input.Dispose();
        }
    }

    private static long Held(ProgramMethod method, List<Tensor> inputs)
    {
        var before = TensorStorage.HeldCount;
        try
        {
            foreach (var result in method.CallWithoutScope().Where(result => !inputs.Any(input => ReferenceEquals(input, result))))
                result.Dispose();
        }
        catch (Exception error) when (error is ExternalException or ArgumentException or NotSupportedException)
        {
            return 0; // Refused without a gradient to record, or for what an earlier way changed in place.
        }

        return TensorStorage.HeldCount - before;
    }
}
