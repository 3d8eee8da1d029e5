using static TorchSharp.torch;

namespace Tortue.Tensors.Tests.Golden.Programs;

/// <summary>What operators left in the scope around them besides their results. TorchSharp's leave nothing.</summary>
internal static class Leftovers
{
    private static readonly SortedDictionary<string, int> Most = new(StringComparer.Ordinal);

    /// <summary>For each operator that left tensors, how many at most.</summary>
    public static IReadOnlyDictionary<string, int> Found => Most;

    /// <summary>Calls an operator in a scope of its own, counts what it leaves there, and hands its results on.</summary>
    /// <param name="name">The operator.</param>
    /// <param name="call">The call.</param>
    /// <returns>Its results.</returns>
    public static IReadOnlyList<Tensor> Watch(string name, Func<object?> call)
    {
        using var scope = NewDisposeScope();
        var results = ProgramMethod.Tensors(call());
        var returned = results.Distinct<Tensor>(ReferenceEqualityComparer.Instance).Where(scope.Contains).ToList();
        if (scope.DisposablesCount - returned.Count is var left and > 0)
            Most[name] = Math.Max(left, Most.GetValueOrDefault(name));
        foreach (var result in returned)
            result.MoveToOuterDisposeScope();
        return results;
    }
}
