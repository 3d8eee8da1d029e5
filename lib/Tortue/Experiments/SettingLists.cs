using System.Numerics;

namespace Tortue.Experiments;

/// <summary>What is asked of the lists among the settings of experiments.</summary>
internal static class SettingLists
{
    /// <summary>Whether each number is greater than the one before; so are those of a list of fewer than two.</summary>
    /// <param name="numbers">The list.</param>
    public static bool IsAscending<T>(this IReadOnlyList<T> numbers)
        where T : IComparisonOperators<T, T, bool> =>
        numbers.Zip(numbers.Skip(1)).All(pair => pair.First < pair.Second);
}
