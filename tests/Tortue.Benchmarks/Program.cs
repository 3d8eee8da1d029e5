using Tortue.Benchmarks;

// One line a benchmark: its name on the command line, and what runs it with the arguments after the name.
var benchmarks = new Dictionary<string, Action<string[]>>(StringComparer.OrdinalIgnoreCase)
{
#if !TENSOR_ENGINE_TORCHSHARP
    ["matmul"] = MatmulBenchmark.Run,
#endif
    ["depth-scaling"] = DepthScalingBenchmark.Run,
};

if (args.Length > 0 && benchmarks.TryGetValue(args[0], out var run))
{
    run(args[1..]);
    return 0;
}

Console.Error.WriteLine(args.Length == 0 ? "Which benchmark?" : $"There is no benchmark '{args[0]}'.");
Console.Error.WriteLine("dotnet run -c Release --project tests/Tortue.Benchmarks -- NAME, where NAME is one of:");
foreach (var name in benchmarks.Keys)
    Console.Error.WriteLine($"  {name}");
return 2;
