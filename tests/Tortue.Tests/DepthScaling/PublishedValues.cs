using System.Globalization;
using Tortue.Testing;

namespace Tortue.Tests.DepthScaling;

/// <summary>A line of data/published/alpha-scaling.csv.</summary>
internal sealed record PublishedValues(
    string Quantity, string Model, string Law, int Width, int Depth, double Beta, double Value, string Evidence)
{
    public static IReadOnlyList<PublishedValues> Read(string file) =>
        [.. File.ReadLines(Path.Combine(Repository.Root, "data", "published", file)).Skip(1).Select(Parse)];

    private static PublishedValues Parse(string line)
    {
        var fields = line.Split(',');
        return new(fields[0], fields[1], fields[2], Int(fields[3]), Int(fields[4]), Number(fields[5]), Number(fields[6]), fields[8]);
    }

    private static int Int(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static double Number(string text) => text.Length == 0 ? double.NaN : double.Parse(text, CultureInfo.InvariantCulture);
}
