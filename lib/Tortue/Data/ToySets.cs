using static TorchSharp.torch;

namespace Tortue.Data;

/// <summary>Points in the plane that can be drawn, and a curve with noise: sets small enough to see what a network does to them.</summary>
public static class ToySets
{
    private const double TwoPi = 2 * Math.PI;

    private delegate (double X, double Y) Placement(int label, ref RandomStream random);

    /// <summary>Two half circles that reach into each other; no line divides them.</summary>
    /// <param name="count">How many points, at least 2; classes take turns.</param>
    /// <param name="noise">Standard deviation of the normal noise on each coordinate, at least 0; the circles have radius 1.</param>
    /// <param name="seed">The seed.</param>
    /// <returns>Inputs count×2.</returns>
    public static LabelledData Moons(int count = 400, double noise = 0.1, ulong seed = 1)
    {
        return Plane(DataText.Moons, 2, count, noise, seed, (int label, ref RandomStream random) =>
        {
            var (sin, cos) = Math.SinCos(random.Uniform(0, Math.PI));
            return label == 0 ? (cos, sin) : (1 - cos, 0.5 - sin);
        });
    }

    /// <summary>A circle around a circle.</summary>
    /// <param name="count">How many points, at least 2; classes take turns.</param>
    /// <param name="noise">Standard deviation of the normal noise on each coordinate, at least 0; the circles have radii ½ and 1.</param>
    /// <param name="seed">The seed.</param>
    /// <returns>Inputs count×2.</returns>
    public static LabelledData Circles(int count = 400, double noise = 0.1, ulong seed = 1)
    {
        return Plane(DataText.Circles, 2, count, noise, seed, (int label, ref RandomStream random) =>
            Polar(label == 0 ? 0.5 : 1, random.Uniform(0, TwoPi)));
    }

    /// <summary>Spiral arms, one a class.</summary>
    /// <param name="count">How many points, at least one an arm; classes take turns.</param>
    /// <param name="arms">How many arms, 2 to 10.</param>
    /// <param name="turns">How often an arm goes round, above 0.</param>
    /// <param name="noise">Standard deviation of the normal noise on each coordinate, at least 0; an arm ends at radius 1.</param>
    /// <param name="seed">The seed.</param>
    /// <returns>Inputs count×2.</returns>
    public static LabelledData Spirals(int count = 600, int arms = 3, double turns = 0.75, double noise = 0.03, ulong seed = 1)
    {
        if (arms is < 2 or > 10 || !(turns > 0))
            throw new ArgumentException(Text.Format(DataText.BadSpirals, arms, turns));
        return Plane(DataText.Spirals, arms, count, noise, seed, (int label, ref RandomStream random) =>
        {
            // The root spreads the points evenly over the disc.
            double radius = Math.Sqrt(random.Uniform(0.01, 1));
            return Polar(radius, TwoPi * (turns * radius + (double)label / arms));
        });
    }

    /// <summary>Round clouds whose centres lie on a circle of radius 1.</summary>
    /// <param name="count">How many points, at least one a cloud; classes take turns.</param>
    /// <param name="clouds">How many clouds, 2 to 10.</param>
    /// <param name="noise">Standard deviation of a cloud along each coordinate, at least 0.</param>
    /// <param name="seed">The seed.</param>
    /// <returns>Inputs count×2.</returns>
    public static LabelledData Blobs(int count = 300, int clouds = 3, double noise = 0.25, ulong seed = 1)
    {
        if (clouds is < 2 or > 10)
            throw new ArgumentException(Text.Format(DataText.BadClouds, clouds));
        return Plane(DataText.Blobs, clouds, count, noise, seed, (int label, ref RandomStream _) => Polar(1, TwoPi * label / clouds));
    }

    /// <summary>A sine with noise, for regression: y = sin 2πx + noise, x uniform on [0, 1).</summary>
    /// <param name="count">How many points, at least 1.</param>
    /// <param name="noise">Standard deviation of the normal noise on y, at least 0.</param>
    /// <param name="seed">The seed.</param>
    /// <returns>x and y, each count×1, float32.</returns>
    public static (Tensor X, Tensor Y) Sine(int count = 30, double noise = 0.2, ulong seed = 1)
    {
        Check(count, 1, noise);
        var random = new RandomStream(seed, 0);
        var (x, y) = (new float[count], new float[count]);
        for (int i = 0; i < count; i++)
        {
            x[i] = (float)random.Uniform();
            y[i] = (float)(Math.Sin(TwoPi * x[i]) + noise * random.Normal());
        }

        return (tensor(x).view(count, 1), tensor(y).view(count, 1));
    }

    private static LabelledData Plane(
        string name, int classes, int count, double noise, ulong seed, Placement place)
    {
        Check(count, classes, noise);
        var random = new RandomStream(seed, 0);
        var (points, labels) = (new float[2 * count], new long[count]);
        for (int i = 0; i < count; i++)
        {
            labels[i] = i % classes;
            var (x, y) = place(i % classes, ref random);
            points[2 * i] = (float)(x + noise * random.Normal());
            points[2 * i + 1] = (float)(y + noise * random.Normal());
        }

        return new(name, tensor(points).view(count, 2), tensor(labels), [.. Enumerable.Range(1, classes).Select(c => $"{c}")]);
    }

    private static (double X, double Y) Polar(double radius, double angle) => (radius * Math.Cos(angle), radius * Math.Sin(angle));

    private static void Check(int count, int least, double noise)
    {
        if (count < least)
            throw new ArgumentException(Text.Format(DataText.BadCount, count, least));
        if (!(noise >= 0 && double.IsFinite(noise)))
            throw new ArgumentException(Text.Format(DataText.BadSpread, noise));
    }
}
