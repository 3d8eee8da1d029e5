using Tortue.Experiments;
using Tortue.Models;
using static TorchSharp.torch;

namespace Tortue.DropoutRegularization;

/// <summary>
/// Linear regression trained with dropout on its inputs, against ridge regression: for a linear model dropout is a penalty on the weights,
/// p / (1 − p) ‖Γ w‖² with Γ = diag(XᵀX)^½ and p the probability of being dropped. See <see cref="RidgeRegression"/>.
/// </summary>
/// <remarks>
/// Gradient descent from w = 0 on all examples at once, with masks drawn anew at each step by a <see cref="SeededDropout"/>, so that the masks
/// are the only chance in it; each run has its own. The rate is 1 / tr H for the matrix H of the mean loss over masks. The weights keep moving about ridge's;
/// their mean over the later half of the steps (B. T. Polyak, A. B. Juditsky, 1992) comes near it as one over the root of the steps. With
/// a constant rate the mean of the moving weights is ridge's exactly, since the gradient is linear in them and the masks are independent of
/// them.
/// </remarks>
public static class DropoutRidge
{
    /// <summary>Steps before the first look: the start is forgotten by then (it lasts some 50 steps, and only the later half
    /// counts).</summary>
    public const int FirstLook = 1024;

    private const int Digits = 8;

    // Trainings that share their tensors: each has weights and masks of its own.
    private const int Together = 8;
    private const ulong MaskStride = 1009;

    /// <summary>Runs the experiment.</summary>
    /// <param name="options">The settings; <see cref="DropoutRidgeOptions.Quick"/> when omitted.</param>
    /// <param name="progress">Told after each eight trainings.</param>
    /// <param name="cancellation">Stops the run within a second; so does interrupting the notebook's cell.</param>
    /// <param name="cells">What an earlier run had done that was stopped; nothing when omitted.</param>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static DropoutRidgeResult Run(
        DropoutRidgeOptions? options = null,
        IProgress<ExperimentProgress>? progress = null,
        CancellationToken cancellation = default,
        ICellStore? cells = null) =>
        Remembered.OrMeasured(options, settings => Measure(settings, progress, cancellation, cells));

    private static DropoutRidgeResult Measure(
        DropoutRidgeOptions options, IProgress<ExperimentProgress>? progress, CancellationToken cancellation, ICellStore? cells)
    {
        using var run = new ExperimentRun(DropoutRegularizationText.RidgeRunning, progress, cancellation, cells);
        var problem = DropoutRidgeProblem.Of(options);
        DropoutRidgeSolution[] solutions = [.. options.Rates.Select(problem.Solution)];
        var groups = ParallelCells.Run(
            run,
            [
                .. from solution in solutions
                   from first in Enumerable.Range(0, (options.Runs + Together - 1) / Together)
                   select (Solution: solution, First: first * Together),
            ],
            group => Text.Format("rate {0}/runs from {1}", group.Solution.Rate, group.First),
            group => Train(problem, group.Solution, group.First, options, run.Cancellation),
            options.Threads);
        var paths = groups.SelectMany(group => group).Where(path => path.Run < options.Runs);
        return new(options, run.Finish(options.Seed, Course.EngineName, options.Threads), solutions, [.. paths]);
    }

    // A last group is trained whole too, so that a training is the same however many there are.
    private static DropoutRidgePath[] Train(
        DropoutRidgeProblem problem, DropoutRidgeSolution solution, int first, DropoutRidgeOptions options, CancellationToken cancellation)
    {
        var (x, y) = (tensor(problem.X).expand(Together, options.Examples, options.Inputs), tensor(problem.Y).unsqueeze(1));
        var dropout = new SeededDropout(solution.Rate, options.Seed * MaskStride + (ulong)first);
        var weights = nn.Parameter(zeros(Together, options.Inputs, 1, dtype: float64));
        // tr H: twice the mean square of an example, larger by what the noise of the masks adds.
        double trace = 2 * problem.X.Cast<double>().Sum(entry => entry * entry) / options.Examples / (1 - solution.Rate);
        var descent = optim.SGD([weights], 1 / trace);

        var looks = options.Looks();
        DropoutRidgePath[] paths = [.. Enumerable.Range(first, Together).Select(run => new DropoutRidgePath(solution.Rate, run, [], []))];
        double[] sum = new double[Together * options.Inputs], earlier = sum;
        for (int step = 1, look = 0; look < looks.Length; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            using var each = NewDisposeScope();
            descent.zero_grad();
            (dropout.forward(x).matmul(weights) - y).square().mean([1]).sum().backward();
            descent.step();
            Add(sum, weights);
            if (2 * step == looks[0])
                earlier = [.. sum];
            if (step != looks[look])
                continue;
            for (int run = 0; run < Together; run++)
                paths[run] = Look(paths[run], solution, Mean(sum, earlier, run, step / 2, options.Inputs));
            earlier = [.. sum];
            look++;
        }

        return paths;
    }

    // Over the later half of the steps.
    private static double[] Mean(double[] sum, double[] earlier, int run, int steps, int inputs) =>
        [.. Enumerable.Range(run * inputs, inputs).Select(entry => (sum[entry] - earlier[entry]) / steps)];

    private static DropoutRidgePath Look(DropoutRidgePath path, DropoutRidgeSolution solution, double[] mean) => path with
    {
        Distances = [.. path.Distances, Rounded(DropoutRidgeSolution.Distance(mean, solution.Ridge))],
        Weights = [.. mean.Select(Rounded)],
    };

    private static void Add(double[] sum, Tensor weights)
    {
        using var flat = weights.detach().view(-1);
        var values = flat.data<double>();
        for (int entry = 0; entry < sum.Length; entry++)
            sum[entry] += values[entry];
    }

    private static double Rounded(double value) => SignificantDigits.Round(value, Digits);
}
