using static TorchSharp.torch;

namespace Tortue.Tensors.Tests.Autograd.Graphs;

/// <summary>
/// A small graph made from numbers: the first choose shapes and values of three leaves, each further one an operation and what it is
/// applied to. Any list of numbers is a program, so that a failing one can be shortened.
/// </summary>
internal sealed class GraphProgram
{
    private const int MostElements = 40;
    private const double LargestValue = 6;
    private static readonly long[][] Shapes = [[2, 3], [3, 2], [4], [2, 1, 3], [1, 4], [3, 1], [2, 2, 2], [1], [2, 3, 2], [5]];
    private static readonly GraphStep Smooth = new("tanh", (a, _) => a.tanh());

    private readonly List<(GraphStep Step, int Left, int Right, GraphNumbers Numbers)> _steps = [];
    private readonly List<string> _lines = [];

    public GraphProgram(int[] numbers)
    {
        var seed = numbers.Length == 0 ? 0 : numbers[0];
        var source = new Generator((ulong)seed);
        Leaves = [.. Enumerable.Range(0, 3).Select(i =>
            randn(Shapes[((seed >> i) + i) % Shapes.Length], dtype: float64, generator: source))];
        Numbers = numbers;
        var made = new List<Tensor>(Leaves);
        foreach (var number in numbers.Skip(1))
            Add(number, made);
    }

    /// <summary>What it was made from.</summary>
    public int[] Numbers { get; }

    /// <summary>Where the gradients are checked.</summary>
    public Tensor[] Leaves { get; }

    /// <summary>What the graph gives for values of the leaves.</summary>
    /// <param name="between">What is done to every result, for example a copy.</param>
    public Tensor Run(Tensor[] leaves, Func<Tensor, Tensor>? between = null)
    {
        var made = new List<Tensor>(leaves);
        foreach (var (step, left, right, numbers) in _steps)
        {
            var result = step.Of(Held(made[left]), Held(made[right]), numbers);
            made.Add(between is null ? result : between(result));
        }

        return made[^1];
    }

    /// <summary>The program to read, and the numbers to run it again.</summary>
    public override string ToString()
    {
        var leaves = Leaves.Select((leaf, i) => $"t{i} = randn({string.Join(", ", leaf.shape)})");
        return $"GraphProgram([{string.Join(", ", Numbers)}]):\n  {string.Join("\n  ", leaves.Concat(_lines))}\n";
    }

    private static Tensor Held(Tensor x) => x.ndim == 0 ? x.unsqueeze(0) : x;

    private void Add(int number, List<Tensor> made)
    {
        var numbers = new GraphNumbers(number);
        var step = GraphSteps.All[number % GraphSteps.All.Length];
        var left = numbers.Below(3, 1) == 0 ? numbers.Below(made.Count, 2) : made.Count - 1;
        var right = numbers.Below(made.Count, 3);
        Append(step.Applies?.Invoke(made[left]) == false ? Smooth : step, left, right, numbers, made);
        while (made[^1].numel() > MostElements)
            Append(new("mean over the last", (a, _) => a.mean([-1L])), made.Count - 1, made.Count - 1, numbers, made);
        if (made[^1].abs().max().item<double>() > LargestValue)
            Append(new("asinh", (a, _) => a.asinh()), made.Count - 1, made.Count - 1, numbers, made);
    }

    private void Append(GraphStep step, int left, int right, GraphNumbers numbers, List<Tensor> made)
    {
        _lines.Add($"t{made.Count} = {step.Name}(t{left}, t{right}; {numbers.Choice})");
        _steps.Add((step, left, right, numbers));
        try
        {
            made.Add(step.Of(Held(made[left]), Held(made[right]), numbers));
        }
        catch (Exception error)
        {
            throw new InvalidOperationException($"{this}{error.Message}", error);
        }

        _lines[^1] += $"  // [{string.Join(", ", made[^1].shape)}]";
    }
}
