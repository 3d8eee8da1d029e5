using Tortue.Experiments;
using Tortue.Numerics;

namespace Tortue.DepthScaling;

/// <summary>
/// Assumption (A2) of the course's notes: ½ ‖h‖² ≤ E‖g(h, θ)‖² ≤ ‖h‖² and E‖g(h, θ)‖⁸ ≤ C ‖h‖⁸ for every h. Which of res-1, res-2 and
/// res-3 satisfy it, by reasoning and by drawing random weights.
/// </summary>
public static class AssumptionTwo
{
    /// <summary>
    /// Why networks of this layer and activation do not satisfy (A2), in words, or null if they do. Nor does any whose layers depend on
    /// each other, which (A1) rules out.
    /// </summary>
    /// <remarks>
    /// Res-1 needs |x|/√2 ≤ |σ(x)| ≤ |x|, which a leaky ReLU satisfies from the slope 1/√2 on. Res-2 with a random bias never satisfies
    /// it: at h = 0 the upper bound asks for g = 0. Res-3 satisfies it with every leaky ReLU, as E‖g‖² = (1 + a²)/2 · ‖h‖². Tanh never
    /// does, as it stays bounded.
    /// </remarks>
    /// <param name="shape">The networks.</param>
    public static string? WhyNot(ResidualShape shape) => shape switch
    {
        { Path.IsIndependent: false } => DepthScalingText.AssumptionPath,
        { Activation.NegativeSlope: null } => DepthScalingText.AssumptionTanh,
        { Model: ResidualModel.Res2 } => DepthScalingText.AssumptionBias,
        { Model: ResidualModel.Res1, Activation.NegativeSlope: { } slope } when 2 * slope * slope < 1 - 1e-6 =>
            Text.Format(DepthScalingText.AssumptionSlope, slope),
        _ => null,
    };

    /// <summary>Estimates E‖g‖²/‖h‖² and E‖g‖⁸/‖h‖⁸ at a few h by drawing weights.</summary>
    /// <param name="shape">The networks; depth, β and input size do not matter.</param>
    /// <param name="draws">How often the weights are drawn, 2 to 100,000. Default: 2,000.</param>
    /// <param name="seed">The seed. Default: 5.</param>
    /// <param name="cancellation">Looked at for every state and every few draws.</param>
    /// <exception cref="ArgumentException">The shape or the number of draws is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The measurement was cancelled.</exception>
    public static AssumptionTwoResult Measure(
        ResidualShape shape, int draws = 2000, ulong seed = 5, CancellationToken cancellation = default)
    {
        if (draws is < 2 or > ResidualShape.LargestDepth)
            throw new ArgumentException(Text.Format(DepthScalingText.BadDraws, draws, ResidualShape.LargestDepth));
        shape = shape with { Depth = draws };
        shape.Validate();
        shape.RequireIndependent();
        var mixed = new float[shape.Width];
        Philox4x32.FillUniform(mixed, 1, default, seed);
        var one = new float[shape.Width];
        one[0] = 1;
        (string Name, float[] State)[] states =
        [
            (DepthScalingText.StateMixed, mixed),
            (DepthScalingText.StateNegative, Array.ConvertAll(mixed, x => -Math.Abs(x))),
            (DepthScalingText.StateSmall, Array.ConvertAll(mixed, x => x / 1000)),
            (DepthScalingText.StateLarge, Array.ConvertAll(mixed, x => x * 1000)),
            (DepthScalingText.StateOnePositive, one),
            (DepthScalingText.StateOneNegative, Array.ConvertAll(one, x => -x)),
        ];
        return new(shape, [.. states.Select((state, index) => At(shape, state.Name, state.State, seed, index, cancellation))]);
    }

    private static AssumptionTwoRow At(
        ResidualShape shape, string name, float[] state, ulong seed, int ensemble, CancellationToken cancellation)
    {
        var weights = new NetworkWeights(shape, seed, ensemble, 0);
        var matrix = new float[shape.Width * shape.Width + ColumnMatrix.Overread];
        var argument = new float[ColumnMatrix.Padded(shape.Width)];
        var squares = new double[shape.Depth];
        var norm = ScaledVector.Norm(state);
        for (var draw = 0; draw < squares.Length; draw++)
        {
            if (draw % NetworkSimulator.LayersPerCheck == 0)
                cancellation.ThrowIfCancellationRequested();
            Argument(weights, draw + 1, state, matrix, argument);
            var sum = 0.0;
            foreach (var x in argument.AsSpan(0, shape.Width))
                sum += Math.Pow(shape.Activation.Value(x) / norm, 2);
            squares[draw] = sum;
        }

        // Without weights in g all draws are the same, and no mean of them is an estimate.
        var (mean, eighth) = (MeanError.Of(squares), MeanError.Of(squares.Select(square => Math.Pow(square, 4))));
        var isRandom = shape.Model != ResidualModel.Res1;
        return new(name, mean.Mean, isRandom ? mean.StandardError : 0, eighth.Mean, isRandom ? eighth.StandardError : 0);
    }

    private static void Argument(NetworkWeights weights, int draw, float[] state, float[] matrix, float[] argument)
    {
        var width = state.Length;
        switch (weights.Shape.Model)
        {
            case ResidualModel.Res1:
                state.CopyTo(argument, 0);
                break;
            case ResidualModel.Res2:
                weights.DrawBias(draw, argument.AsSpan(0, width));
                for (var i = 0; i < width; i++)
                    argument[i] += state[i];
                break;
            default:
                weights.DrawW(draw, matrix.AsSpan(0, width * width));
                ColumnMatrix.Multiply(matrix, state, argument, width, width);
                break;
        }
    }
}
