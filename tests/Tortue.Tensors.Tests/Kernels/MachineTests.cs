using System.Diagnostics;
using Tortue.Tensors.Kernels;
using Xunit;

namespace Tortue.Tensors.Tests.Kernels;

/// <summary>
/// The engine on lesser machines: this test program once more, in a process whose runtime is told that the processor lacks its widest
/// registers, or has none at all.
/// </summary>
[Collection(WorkersCollection.Name)]
public class MachineTests
{
    private const string Marker = "TORTUE_TESTS_OF_A_LESSER_MACHINE";

    /// <summary>Whether this process is one that a test started.</summary>
    public static bool IsLesserMachine => Environment.GetEnvironmentVariable(Marker) is not null;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Golden values, gradients and kernels: what runs on vectors in one way or another.</summary>
    private static readonly string[] Classes =
    [
        "Kernels.MachineTests", "Golden.OperatorGoldenTests", "Golden.ActivationGoldenTests", "Golden.LossGoldenTests",
        "Golden.StructureGoldenTests",
        "Autograd.PointwiseGradientTests", "Autograd.StructureGradientTests", "Kernels.SingleMathTests", "Kernels.ElementwiseTests",
        "Kernels.ReductionTests", "Kernels.SortingTests", "Kernels.ConvolutionTests", "nn.NormalizationTests",
    ];

    [Fact]
    public void TheOtherProcessHasNoneOfWhatWasSwitchedOff()
    {
        Assert.SkipUnless(IsLesserMachine, "This process may use what the machine has.");
        Assert.True(KernelWidths.Best <= Environment.GetEnvironmentVariable(Marker) switch
        {
            "EnableAVX512" => KernelWidth.Vector256,
            "EnableAVX2" => KernelWidth.Vector128,
            _ => KernelWidth.Portable,
        });
    }

    [Theory]
    [InlineData("EnableAVX512")]
    [InlineData("EnableAVX2")]
    [InlineData("EnableHWIntrinsic")]
    public async Task ResultsAreRightWithout(string feature)
    {
        Assert.SkipWhen(IsLesserMachine, "This is the other process.");
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
            start.ArgumentList.Add(typeof(MachineTests).Assembly.Location);
        foreach (var name in Classes)
        {
            start.ArgumentList.Add("-class");
            start.ArgumentList.Add($"Tortue.Tensors.Tests.{name}");
        }

        start.Environment[Marker] = feature;
        start.Environment[$"DOTNET_{feature}"] = "0";
        if (feature == "EnableAVX512")
            start.Environment["DOTNET_EnableAVX512F"] = "0"; // its name before .NET 10
        using var process = Process.Start(start)!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var errors = process.StandardError.ReadToEndAsync(patience.Token);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        var text = await output + await errors;
        Assert.True(process.ExitCode == 0, $"without {feature}: {text}");
        Assert.Contains("Failed: 0", text, StringComparison.Ordinal);
    }
}
