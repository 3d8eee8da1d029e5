using TorchSharp;
using static TorchSharp.torch;

namespace Tortue.Tensors.Tests.Golden.Programs;

/// <summary>Makes the inputs that programs.py describes as TYPE:SHAPE:LAYOUT:DOMAIN, with the same numbers.</summary>
internal static class ProgramInput
{
    private static readonly double[] Special =
        [double.NaN, 1, double.PositiveInfinity, -2, double.NegativeInfinity, 0, -0.0, 0.5];

    /// <summary>The leaf, and the variable that sees it through the layout.</summary>
    public static (Tensor Leaf, Tensor Variable) Make(string description, int number)
    {
        var parts = description.Split(':');
        var (kind, shape, layout, domain) = (parts[0], Sizes(parts[1]), parts[2][0], parts[3]);
        var values = (long[])shape.Clone();
        if (shape.Length > 0)
        {
            if (layout == 't')
                Array.Reverse(values);
            else if (layout == 's')
                values[^1] *= 2;
            else if (layout == 'o')
                values[0]++;
            else if (layout == 'e')
                values[0] = Math.Min(1, values[0]);
        }

        var numbers = Enumerable.Range(0, (int)values.TotalSize()).Select(n => Value(n, number, kind, domain)).ToArray();
        var leaf = tensor(numbers, values, float64).to(TypeNamed(kind));
        if (leaf.is_floating_point())
            leaf.requires_grad_();
        var x = leaf.clone();
        return (leaf, shape.Length == 0 ? x : Seen(x, shape, layout));
    }

    /// <summary>An element: a point of the golden-ratio sequence, moved into the domain.</summary>
    public static double Value(int n, int number, string kind, string domain)
    {
        var v = (0.37 + (0.24 * number) + (n * 0.6180339887498949)) % 1;
        var lowest = kind == "u1" ? 0 : 1;
        return (kind[0], domain[0]) switch
        {
            ('b', _) => v < 0.5 ? 1 : 0,
            (_, 'k') => Math.Floor(int.Parse(domain[1..]) * v),
            ('i' or 'u', 'u') => Math.Floor(11 * v) - (5 * lowest),
            ('i' or 'u', 'z') => Math.Floor(5 * v) - (2 * lowest),
            ('i' or 'u', 'p') => 1 + Math.Floor(4 * v),
            (_, 'u') => -1.5 + (3 * v),
            (_, 'p') => 0.2 + (2.8 * v),
            (_, 'q') => -0.9 + (1.8 * v),
            (_, 'g') => 1.1 + (1.9 * v),
            (_, 'z') => Math.Floor(5 * v) - 2,
            (_, 'w') => -40 + (80 * v),
            (_, 'n') => Special[n % 8],
            (_, 'o') => v,
            _ => throw new ArgumentException($"{kind}:{domain} is not a domain."),
        };
    }

    public static long[] Sizes(string text) => text is "" or "-" ? [] : [.. text.Split('x').Select(long.Parse)];

    public static ScalarType TypeNamed(string kind) => kind switch
    {
        "f4" => ScalarType.Float32,
        "f8" => ScalarType.Float64,
        "i8" => ScalarType.Int64,
        "i4" => ScalarType.Int32,
        "b1" => ScalarType.Bool,
        _ => throw new ArgumentException($"{kind} is not an element type."),
    };

    private static Tensor Seen(Tensor x, long[] shape, char layout) => layout switch
    {
        't' => x.permute([.. Enumerable.Range(0, shape.Length).Reverse().Select(d => (long)d)]),
        's' => x.slice(-1, 0, 2 * shape[^1], 2),
        'o' => x.narrow(0, 1, shape[0]),
        'e' => x.expand(shape),
        _ => x,
    };
}
