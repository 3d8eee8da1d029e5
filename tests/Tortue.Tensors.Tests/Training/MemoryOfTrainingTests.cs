using System.Diagnostics;
using TorchSharp;
using Xunit;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static TorchSharp.torch.nn.functional;

namespace Tortue.Tensors.Tests.Training;

/// <summary>Two thousand steps take no more memory than two hundred, with scopes and without.</summary>
public class MemoryOfTrainingTests
{
    private const int FirstSteps = 200;
    private const int LastStep = 2000;
    private const long ManagedSlack = 2_000_000;
    private const long ProcessSlack = 64_000_000;

    [Theory]
    [InlineData("layers", true)]
    [InlineData("layers", false)]
    [InlineData("convolutions", true)]
    [InlineData("convolutions", false)]
    public void ALongTrainingStaysAsLargeAsAShortOne(string kind, bool scoped)
    {
        manual_seed(0);
        using var net = kind == "layers"
            ? Sequential(Linear(30, 64), Tanh(), Dropout(0.2), Linear(64, 64), ReLU(), Linear(64, 4))
            : Sequential(Conv2d(1, 6, 3, padding: 1), BatchNorm2d(6), ReLU(), MaxPool2d(2), Flatten(), Linear(6 * 16, 4));
        using torch.optim.Optimizer optimizer = kind == "layers"
            ? torch.optim.Adam(net.parameters())
            : torch.optim.SGD(net.parameters(), 0.01, 0.9);
        using var x = kind == "layers" ? randn(32, 30) : randn(8, 1, 8, 8);
        using var y = randint(0, 4, [x.shape[0]]);

        for (var step = 0; step < FirstSteps; step++)
            Step(net, optimizer, x, y, scoped);
        var before = Memory();
        for (var step = FirstSteps; step < LastStep; step++)
            Step(net, optimizer, x, y, scoped);
        var after = Memory();

        Assert.True(after.Managed < before.Managed + ManagedSlack, $"{before.Managed:N0} managed bytes became {after.Managed:N0}");
        Assert.True(after.Process < before.Process + ProcessSlack, $"{before.Process:N0} bytes of the process became {after.Process:N0}");
    }

    [Fact]
    public void WhatTheGraphOfAStepHeldIsCollected()
    {
        Engine.OnlyOurs("frees native memory by finalizers");
        var forgotten = Forgotten();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.False(forgotten.IsAlive);
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static WeakReference Forgotten()
    {
        var w = ones(50, 50, requires_grad: true);
        var hidden = w.matmul(w).tanh();
        hidden.sum().backward();
        return new WeakReference(hidden);
    }

    private static void Step(Module<Tensor, Tensor> net, torch.optim.Optimizer optimizer, Tensor x, Tensor y, bool scoped)
    {
        using var scope = scoped ? NewDisposeScope() : null;
        optimizer.zero_grad();
        var loss = cross_entropy(net.call(x), y);
        loss.backward();
        optimizer.step();
    }

    private static (long Managed, long Process) Memory()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var managed = GC.GetTotalMemory(forceFullCollection: true);
        using var process = Process.GetCurrentProcess();
        return (managed, process.WorkingSet64);
    }
}
