using System.Collections;
using System.Runtime.CompilerServices;
using TorchSharp;

namespace Tortue.Exercises;

/// <summary>Whether two values are the same for a check: numbers up to rounding, shapes exactly.</summary>
/// <param name="Tolerance">Largest relative difference of two numbers.</param>
internal readonly record struct Closeness(double Tolerance)
{
    // Where the solution is 0 a relative difference means nothing.
    private const double Absolute = 1e-9;

    public bool Agree(object? expected, object? actual) => Difference(expected, actual) is null;

    /// <summary>Why two values differ, or null when they agree.</summary>
    public Difference? Difference(object? expected, object? actual)
    {
        if (actual is null || expected is null)
            return actual is null && expected is null ? null : new(ExercisesText.IsNull);
        if (IsNumber(expected) && IsNumber(actual))
            return Numbers(Convert.ToDouble(expected, null), Convert.ToDouble(actual, null));
        return (expected, actual) switch
        {
            (torch.Tensor e, torch.Tensor a) => Tensors(e, a),
            (Array e, Array a) => Arrays(e, a),
            (ITuple e, ITuple a) => Items(Enumerable.Range(0, e.Length).Select(i => e[i]), Enumerable.Range(0, a.Length).Select(i => a[i])),
            (string e, string a) => string.Equals(e.Trim(), a.Trim(), StringComparison.OrdinalIgnoreCase) ? null : new(""),
            (IEnumerable e, IEnumerable a) => Lists([.. e.Cast<object?>()], [.. a.Cast<object?>()]),
            _ => expected.Equals(actual) ? null : new(""),
        };
    }

    private Difference? Numbers(double expected, double actual)
    {
        // Nothing but ∞ itself is near ∞, though every number is within a share of it.
        if (expected.Equals(actual) || (double.IsFinite(expected) && Math.Abs(expected - actual) <= Absolute + Tolerance * Math.Abs(expected)))
            return null;
        return new(double.IsNaN(actual) ? ExercisesText.IsNaN : double.IsInfinity(actual) ? ExercisesText.IsInfinite : "");
    }

    private Difference? Tensors(torch.Tensor expected, torch.Tensor actual)
    {
        if (!expected.shape.SequenceEqual(actual.shape))
            return new(Text.Format(ExercisesText.WrongShape, ValueText.Of(actual.shape), ValueText.Of(expected.shape)));
        return Items(Values(expected), Values(actual));
    }

    private Difference? Arrays(Array expected, Array actual)
    {
        var (wanted, got) = (Shape(expected), Shape(actual));
        if (!wanted.SequenceEqual(got))
            return new(Text.Format(ExercisesText.WrongShape, ValueText.Of(got), ValueText.Of(wanted)));
        return Items(expected.Cast<object?>(), actual.Cast<object?>());
    }

    private Difference? Lists(object?[] expected, object?[] actual) =>
        expected.Length == actual.Length
            ? Items(expected, actual)
            : new(Text.Format(ExercisesText.WrongCount, actual.Length, expected.Length));

    private Difference? Items(IEnumerable<object?> expected, IEnumerable<object?> actual)
    {
        var closeness = this;
        return expected.Zip(actual, (e, a) => closeness.Difference(e, a)).FirstOrDefault(difference => difference is not null);
    }

    private static int[] Shape(Array array) => [.. Enumerable.Range(0, array.Rank).Select(array.GetLength)];

    private static IEnumerable<object?> Values(torch.Tensor tensor)
    {
        using var flat = tensor.detach().to(torch.float64).flatten();
        return flat.data<double>().ToArray().Cast<object?>().ToArray();
    }

    private static bool IsNumber(object value) => value is double or float or int or long;
}
