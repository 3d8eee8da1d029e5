using MathNet.Numerics.LinearAlgebra.Double;
using Tortue.Numerics;

namespace Tortue.DepthScaling;

/// <summary>
/// The last states of a student's network at two depths, where its weights are samples of a smooth function: Euler's steps for dH/dt =
/// 𝒱(t) tanh(H), or something else.
/// </summary>
/// <param name="Shallow">The last state at <see cref="ShallowDepth"/> layers.</param>
/// <param name="Deep">The last state at <see cref="DeepDepth"/> layers.</param>
/// <param name="IsEuler">Whether both are Euler's, with the weights at the end of each step or at its beginning.</param>
/// <param name="Solve">Gives the solution at t = 1.</param>
internal sealed record EulerSteps(double[] Shallow, double[] Deep, bool IsEuler, Func<double[]> Solve)
{
    public const int ShallowDepth = 20;
    public const int DeepDepth = 80;

    private const int SolverSteps = 200;
    private const double Rounding = 1e-9;

    /// <summary>Runs a network at both depths; nothing for the placeholder.</summary>
    public static EulerSteps? Of(
        Func<Func<double, double[,]>, double[], int, double[]> network, Func<double, double[,]> weights, double[] start)
    {
        double[]? shallow = network(weights, [.. start], ShallowDepth), deep = network(weights, [.. start], DeepDepth);
        if (shallow is null || deep is null || Exercises.Blank.IsIn(shallow))
            return null;
        bool isEuler = new[] { 1, 0 }.Any(end =>
            Agree(shallow, Euler(weights, start, ShallowDepth, end)) && Agree(deep, Euler(weights, start, DeepDepth, end)));
        return new(shallow, deep, isEuler, () => RungeKutta(weights, start));
    }

    /// <summary>Euler's steps with the weights at the beginning (0) or at the end (1) of each.</summary>
    public static double[] Euler(Func<double, double[,]> weights, double[] start, int depth, int end)
    {
        var state = start;
        for (int k = 0; k < depth; k++)
            state = Plus(state, 1.0 / depth, Slope(weights((k + end) / (double)depth), state));
        return state;
    }

    /// <summary>The solution at t = 1 by the classical method of order 4, whose error is far below that of Euler's steps.</summary>
    public static double[] RungeKutta(Func<double, double[,]> weights, double[] start) =>
        MathNet.Numerics.OdeSolvers.RungeKutta.FourthOrder(
            new DenseVector([.. start]),
            0,
            1,
            SolverSteps + 1,
            (time, state) => new DenseVector(Slope(weights(time), state.AsArray())))[^1].ToArray();

    /// <summary>Whether both are Euler's, or both end in the same states.</summary>
    public bool Equals(EulerSteps? other) =>
        other is not null && ((IsEuler && other.IsEuler) || (Agree(Shallow, other.Shallow) && Agree(Deep, other.Deep)));

    /// <inheritdoc/>
    public override int GetHashCode() => Shallow.Length;

    /// <summary>The errors at the two depths, and the order that they show.</summary>
    public override string ToString()
    {
        var solution = Solve();
        if (Shallow.Length != solution.Length || Deep.Length != solution.Length)
            return Text.Format(DepthScalingText.EulerLength, Deep.Length, solution.Length);
        double shallow = DoubleVectors.Distance(Shallow, solution), deep = DoubleVectors.Distance(Deep, solution);
        double order = Math.Log(shallow / deep) / Math.Log((double)DeepDepth / ShallowDepth);
        return Text.Format(DepthScalingText.EulerErrors, shallow, ShallowDepth, deep, DeepDepth, order);
    }

    private static double[] Slope(double[,] weights, double[] state) =>
        [.. state.Select((_, i) => state.Select((x, j) => weights[i, j] * Math.Tanh(x)).Sum())];

    private static double[] Plus(double[] state, double step, double[] slope) => [.. state.Zip(slope, (x, s) => x + step * s)];

    private static bool Agree(double[] a, double[] b) =>
        a.Length == b.Length && a.Zip(b, (x, y) => x.Equals(y) || Math.Abs(x - y) <= Rounding * Math.Max(1, Math.Abs(y))).All(near => near);
}
