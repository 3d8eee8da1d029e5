namespace Tortue.Data;

/// <summary>Signed distances to the silhouettes: negative inside. Objects have roughly equal areas and fit in the unit disc.</summary>
internal static class Outline
{
    private const double DiscRadius = 0.75;
    private const double TriangleInradius = 0.5;
    private const double CrossArm = 0.28;
    private const double CrossLength = 0.92;
    private const double CrescentRadius = 0.9;
    private const double BiteRadius = 0.72;
    private const double BiteCenter = 0.5;
    private const double BarLength = 1.0;
    private const double BarThickness = 0.36;

    /// <summary>Distance from a point to a silhouette's edge, in units of the object's size.</summary>
    public static double Distance(Silhouette silhouette, double x, double y) => silhouette switch
    {
        Silhouette.Disc => Disc(x, y, DiscRadius),
        Silhouette.Triangle => Triangle(x, y),
        Silhouette.Cross => Math.Min(Box(x, y, CrossLength, CrossArm), Box(x, y, CrossArm, CrossLength)),
        Silhouette.Crescent => Math.Max(Disc(x, y, CrescentRadius), -Disc(x - BiteCenter, y, BiteRadius)),
        _ => Box(x, y, BarLength, BarThickness),
    };

    private static double Disc(double x, double y, double radius) => Math.Sqrt(x * x + y * y) - radius;

    // The largest of the distances to the three lines: exact inside, and outside except beyond the corners.
    private static double Triangle(double x, double y)
    {
        double slant = 0.5 * Math.Sqrt(3) * Math.Abs(x) - 0.5 * y;
        return Math.Max(slant, y) - TriangleInradius;
    }

    private static double Box(double x, double y, double halfWidth, double halfHeight) =>
        Math.Max(Math.Abs(x) - halfWidth, Math.Abs(y) - halfHeight);
}
