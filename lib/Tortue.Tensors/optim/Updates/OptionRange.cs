using static System.FormattableString;

namespace Tortue.Tensors.Updates;

/// <summary>Refuses options of optimisers outside their range; what is null was not given.</summary>
internal static class OptionRange
{
    public static void NotNegative(double? value, string what)
    {
        if (value is { } number && !(number >= 0))
            throw new ArgumentException(Invariant($"Invalid {what}: {number}"));
    }

    public static void BelowOne(double? value, string what)
    {
        if (value is { } number && !(number is >= 0 and < 1))
            throw new ArgumentException(Invariant($"Invalid {what}: {number}"));
    }
}
