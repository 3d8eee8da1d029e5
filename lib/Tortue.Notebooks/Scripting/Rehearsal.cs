namespace Tortue.Notebooks.Scripting;

/// <summary>
/// Uses the compiler as cells and questions will, once it is there and while nobody has asked for anything: what .NET translates when it is first used is
/// ready then. Nothing of it runs, and nothing of it stays.
/// </summary>
internal static class Rehearsal
{
    private const string Cell =
        """
        var squares = new List<double>();
        foreach (var n in Enumerable.Range(1, 3).Where(k => k > 1).Select(k => k * k))
            squares.Add(Math.Sqrt(n));
        Console.WriteLine($"{squares.Count}: {string.Join(", ", squares)}");
        record Point(double X, double Y);
        double Norm(Point p) => Math.Sqrt(p.X * p.X + p.Y * p.Y);
        (Norm(new Point(3, 4)), squares[^1])
        """;

    /// <summary>Does it.</summary>
    /// <param name="compiler">The session's, with its first script taken.</param>
    /// <param name="cancellation">Somebody has asked for something: leaves the processor to it.</param>
    public static void Run(CellCompiler compiler, CancellationToken cancellation)
    {
        try
        {
            compiler.TryOut(Cell, cancellation);
            var insight = new Insight.CodeInsight(compiler);
            insight.Complete("Console.Wr", 10, cancellation);
            insight.Inspect("Math.Sqrt(2)", 7, cancellation);
        }
        catch (OperationCanceledException)
        {
            // The cells that are asked for do the rest.
        }
    }
}
