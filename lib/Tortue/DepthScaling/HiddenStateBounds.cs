namespace Tortue.DepthScaling;

/// <summary>
/// Propositions 2 and 3 and Corollary 4 of the course's notes on scaling deep ResNets (after Marion et al., JMLR 26 (2025)), as
/// functions: for given networks and δ they say whether they apply and what they bound, ‖h_L − h_0‖² / ‖h_0‖² in all cases.
/// </summary>
/// <remarks>
/// Both laws of weights satisfy (A1) with s = 1: a uniform number of variance 1 has E exp(λX) = sinh(√3 λ)/(√3 λ) ≤ exp(λ²/2), as its
/// power series is smaller term by term, and for a normal number the two are equal. The constant C of (A2) is
/// <see cref="MomentConstant"/>'s unless given.
/// </remarks>
public static class HiddenStateBounds
{
    private const int SmallestWidth = 64;

    /// <summary>Proposition 2: if L α² ≤ 1, the ratio is at most 2 L α² / δ with probability at least 1 − δ.</summary>
    /// <param name="shape">The networks.</param>
    /// <param name="delta">δ, strictly between 0 and 1.</param>
    /// <exception cref="ArgumentException">The shape or δ is out of its range.</exception>
    public static BoundStatement Proposition2(ResidualShape shape, double delta)
    {
        var time = Time(shape, delta);
        var missing = Missing(shape);
        if (time > 1 + 1e-12)
            missing.Add(Text.Format(DepthScalingText.NeedsSmallProduct, time));
        return new(DepthScalingText.Proposition2, delta, missing, null, 2 * time / delta);
    }

    /// <summary>
    /// Proposition 3 (i): the ratio is above exp(3Lα²/8 − √(11Lα²/(dδ))) − 1 with probability at least 1 − δ, if d ≥ 64,
    /// α² ≤ 2/((√C s⁴ + 4√C + 16 s⁴) d) and 2L exp(−d/(64 α² s²)) ≤ δ/11.
    /// </summary>
    /// <param name="shape">The networks.</param>
    /// <param name="delta">δ, strictly between 0 and 1.</param>
    /// <param name="s">s ≥ 1 of (A1). Default: 1.</param>
    /// <param name="c">C &gt; 0 of (A2); by default <see cref="MomentConstant.Of"/>.</param>
    /// <exception cref="ArgumentException">The shape, δ, s or C is out of its range.</exception>
    public static BoundStatement Proposition3Lower(ResidualShape shape, double delta, double s = 1, double? c = null)
    {
        var time = Time(shape, delta);
        var missing = Missing(shape);
        var (alpha2, d) = (shape.Alpha * shape.Alpha, shape.Width);
        RequireWidth(d, missing);
        if (RootC(shape, s, c) is { } rootC)
        {
            var s4 = Math.Pow(s, 4);
            RequireSmallAlpha(alpha2, 2 / ((rootC * s4 + 4 * rootC + 16 * s4) * d), missing);
        }

        RequireTail(shape.Depth, d / (64 * alpha2 * s * s), delta, missing);
        var lower = Math.Exp(3 * time / 8 - Math.Sqrt(11 * time / (d * delta))) - 1;
        return new(DepthScalingText.Proposition3Lower, delta, missing, lower, null);
    }

    /// <summary>
    /// Proposition 3 (ii): the ratio is below exp(Lα² + √(5Lα²/(dδ))) + 1 with probability at least 1 − δ, if α² ≤ 1/(√C (d + 128 s⁴)).
    /// </summary>
    /// <param name="shape">The networks.</param>
    /// <param name="delta">δ, strictly between 0 and 1.</param>
    /// <param name="s">s ≥ 1 of (A1). Default: 1.</param>
    /// <param name="c">C &gt; 0 of (A2); by default <see cref="MomentConstant.Of"/>.</param>
    /// <exception cref="ArgumentException">The shape, δ, s or C is out of its range.</exception>
    public static BoundStatement Proposition3Upper(ResidualShape shape, double delta, double s = 1, double? c = null)
    {
        var time = Time(shape, delta);
        var missing = Missing(shape);
        if (RootC(shape, s, c) is { } rootC)
            RequireSmallAlpha(shape.Alpha * shape.Alpha, 1 / (rootC * (shape.Width + 128 * Math.Pow(s, 4))), missing);
        return new(
            DepthScalingText.Proposition3Upper, delta, missing, null, Math.Exp(time + Math.Sqrt(5 * time / (shape.Width * delta))) + 1);
    }

    /// <summary>
    /// Corollary 4 (iii): at β = ½ the ratio is between exp(3/8 − √(22/(dδ))) − 1 and exp(1 + √(10/(dδ))) + 1 with probability at least 1
    /// − δ, if d ≥ 64, L ≥ <see cref="SmallestDepth"/> and 2L exp(−Ld/(64 s²)) ≤ δ/11.
    /// </summary>
    /// <param name="shape">The networks.</param>
    /// <param name="delta">δ, strictly between 0 and 1.</param>
    /// <param name="s">s ≥ 1 of (A1). Default: 1.</param>
    /// <param name="c">C &gt; 0 of (A2); by default <see cref="MomentConstant.Of"/>.</param>
    /// <exception cref="ArgumentException">The shape, δ, s or C is out of its range.</exception>
    public static BoundStatement Corollary4(ResidualShape shape, double delta, double s = 1, double? c = null)
    {
        Time(shape, delta);
        var missing = Missing(shape);
        var d = shape.Width;
        if (shape.Beta != 0.5)
            missing.Add(Text.Format(DepthScalingText.NeedsHalf, shape.Beta));
        RequireWidth(d, missing);
        if (RootC(shape, s, c) is not null)
        {
            var depth = SmallestDepth(shape, s, c);
            if (shape.Depth < depth)
                missing.Add(Text.Format(DepthScalingText.NeedsDepth, Math.Ceiling(depth), shape.Depth));
        }

        RequireTail(shape.Depth, shape.Depth * (double)d / (64 * s * s), delta, missing);
        return new(DepthScalingText.Corollary4, delta, missing, Corollary4Lower(d, delta), Corollary4Upper(d, delta));
    }

    /// <summary>The lower bound of Corollary 4 (iii), whether it applies or not.</summary>
    internal static double Corollary4Lower(double width, double delta) => Math.Exp(3.0 / 8 - Math.Sqrt(22 / (width * delta))) - 1;

    /// <summary>The upper bound of Corollary 4 (iii), whether it applies or not.</summary>
    internal static double Corollary4Upper(double width, double delta) => Math.Exp(1 + Math.Sqrt(10 / (width * delta))) + 1;

    /// <summary>The depth that Corollary 4 (iii) asks for: (½√C s⁴ + 2√C + 8 s⁴) d + 96 √C s⁴.</summary>
    /// <param name="shape">The networks; the depth and β do not matter.</param>
    /// <param name="s">s ≥ 1 of (A1). Default: 1.</param>
    /// <param name="c">C &gt; 0 of (A2); by default <see cref="MomentConstant.Of"/>.</param>
    /// <exception cref="ArgumentException">No C is valid for these networks, or the shape, s or C is out of its range.</exception>
    public static double SmallestDepth(ResidualShape shape, double s = 1, double? c = null)
    {
        var rootC = RootC(shape, s, c) ?? throw new ArgumentException(DepthScalingText.NoMomentConstant);
        var s4 = Math.Pow(s, 4);
        return (rootC * s4 / 2 + 2 * rootC + 8 * s4) * shape.Width + 96 * rootC * s4;
    }

    /// <summary>
    /// The width from which the lower bound of Corollary 4 (iii) is above 0 and so says something: the first d above 22 · 64/(9 δ), and
    /// at least 64.
    /// </summary>
    /// <param name="delta">δ, strictly between 0 and 1.</param>
    /// <exception cref="ArgumentException">δ is out of its range.</exception>
    public static int SmallestWidthThatBites(double delta)
    {
        RequireDelta(delta);
        return Math.Max(SmallestWidth, (int)Math.Floor(22 * 64 / (9 * delta)) + 1);
    }

    /// <summary>
    /// The width above which the lower bound of Proposition 3 (i) is above 0 and so says something: 11 · 64/(9 δ Lα²), and at least 64.
    /// </summary>
    /// <param name="shape">The networks; their width does not matter.</param>
    /// <param name="delta">δ, strictly between 0 and 1.</param>
    /// <exception cref="ArgumentException">The shape or δ is out of its range.</exception>
    public static double WidthThatBites(ResidualShape shape, double delta) =>
        Math.Max(SmallestWidth, 11 * 64 / (9 * delta * Time(shape, delta)));

    /// <summary>All four statements: Proposition 2, both halves of Proposition 3, Corollary 4 (iii).</summary>
    /// <param name="shape">The networks.</param>
    /// <param name="delta">δ, strictly between 0 and 1.</param>
    /// <exception cref="ArgumentException">The shape or δ is out of its range.</exception>
    public static IReadOnlyList<BoundStatement> Statements(ResidualShape shape, double delta) =>
        [Proposition2(shape, delta), Proposition3Lower(shape, delta), Proposition3Upper(shape, delta), Corollary4(shape, delta)];

    private static double Time(ResidualShape shape, double delta)
    {
        shape.Validate();
        RequireDelta(delta);
        return shape.Depth * shape.Alpha * shape.Alpha;
    }

    private static void RequireDelta(double delta)
    {
        if (!(delta is > 0 and < 1))
            throw new ArgumentException(Text.Format(DepthScalingText.BadDelta, delta));
    }

    private static List<string> Missing(ResidualShape shape) => AssumptionTwo.WhyNot(shape) is { } reason ? [reason] : [];

    private static double? RootC(ResidualShape shape, double s, double? c)
    {
        if (!(s >= 1))
            throw new ArgumentException(Text.Format(DepthScalingText.BadS, s));
        if (c is { } given && !(given > 0))
            throw new ArgumentException(Text.Format(DepthScalingText.BadC, given));
        return (c ?? MomentConstant.Of(shape)) is { } constant ? Math.Sqrt(constant) : null;
    }

    private static void RequireWidth(int d, List<string> missing)
    {
        if (d < SmallestWidth)
            missing.Add(Text.Format(DepthScalingText.NeedsWidth, SmallestWidth, d));
    }

    private static void RequireSmallAlpha(double alpha2, double largest, List<string> missing)
    {
        if (alpha2 > largest)
            missing.Add(Text.Format(DepthScalingText.NeedsSmallAlpha, largest, alpha2));
    }

    // 2 L exp(−exponent) ≤ δ/11.
    private static void RequireTail(int depth, double exponent, double delta, List<string> missing)
    {
        if (Math.Log(2.0 * depth) - exponent > Math.Log(delta / 11))
            missing.Add(Text.Format(DepthScalingText.NeedsTail, 2.0 * depth * Math.Exp(-exponent), delta / 11));
    }
}
