using Tortue.Benchmarks;
using Tortue.Benchmarks.KernelTimes;
using Tortue.Benchmarks.VersusPyTorch;

// What `versus-pytorch` starts to see how long a start takes; before all else, so that nothing else is in that time.
if (args is [FirstGradient.Name])
{
    FirstGradient.Run();
    return 0;
}

// One line a benchmark: its name on the command line, and what runs it with the arguments after the name.
var benchmarks = new Dictionary<string, Func<string[], int>>(StringComparer.OrdinalIgnoreCase)
{
#if !TENSOR_ENGINE_TORCHSHARP
    ["matmul"] = MatmulBenchmark.Run,
#endif
    ["depth-scaling"] = DepthScalingBenchmark.Run,
    ["versus-pytorch"] = VersusPyTorchBenchmark.Run,
    ["kernel"] = KernelBenchmark.Run,
};

if (args.Length > 0 && benchmarks.TryGetValue(args[0], out var run))
    return run(args[1..]);

Console.Error.WriteLine(args.Length == 0 ? "Which benchmark?" : $"There is no benchmark '{args[0]}'.");
Console.Error.WriteLine("dotnet run -c Release --project tests/Tortue.Benchmarks -- NAME, where NAME is one of:");
foreach (var name in benchmarks.Keys)
    Console.Error.WriteLine($"  {name}");
return 2;
