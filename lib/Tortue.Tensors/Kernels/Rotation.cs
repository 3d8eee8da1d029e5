using System.Numerics;

namespace Tortue.Tensors.Kernels;

/// <summary>A rotation of a plane by an angle whose cosine and sine are given.</summary>
/// <param name="Cosine">Its cosine.</param>
/// <param name="Sine">Its sine.</param>
internal readonly record struct Rotation(double Cosine, double Sine)
{
    /// <summary>
    /// The smaller of the rotations that make the matrix ((a, b), (b, d)) diagonal: Golub and Van Loan, "Matrix computations",
    /// algorithm 8.5.1.
    /// </summary>
    public static Rotation Diagonalizing(double a, double b, double d)
    {
        var slope = (d - a) / (2 * b);
        var tangent = Math.CopySign(1, slope) / (Math.Abs(slope) + Math.Sqrt(1 + (slope * slope)));
        var cosine = 1 / Math.Sqrt(1 + (tangent * tangent));
        return new Rotation(cosine, tangent * cosine);
    }

    /// <summary>(x, y) = (c x − s y, s x + c y), element by element.</summary>
    public void Apply(Span<double> x, Span<double> y)
    {
        var (i, width) = (0, Vector<double>.Count);
        var (cosines, sines) = (new Vector<double>(Cosine), new Vector<double>(Sine));
        for (; i + width <= x.Length; i += width)
        {
            var (u, v) = (new Vector<double>(x[i..]), new Vector<double>(y[i..]));
            ((cosines * u) - (sines * v)).CopyTo(x[i..]);
            ((sines * u) + (cosines * v)).CopyTo(y[i..]);
        }

        for (; i < x.Length; i++)
            (x[i], y[i]) = ((Cosine * x[i]) - (Sine * y[i]), (Sine * x[i]) + (Cosine * y[i]));
    }
}
