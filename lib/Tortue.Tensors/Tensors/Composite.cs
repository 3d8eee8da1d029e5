using System.Runtime.CompilerServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Tortue.Tensors;

/// <summary>
/// Operations made of others. As in TorchSharp, the caller's scope gets what they return and nothing else: what they make on the way is
/// disposed, and the history keeps what the gradient needs.
/// </summary>
internal static class Composite
{
    /// <summary>The result of an operation; an operand that it returns stays where it is.</summary>
    public static Tensor Of(Func<Tensor> operation)
    {
        using var scope = DisposeScopeManager.Enter();
        return Handed(operation(), scope);
    }

    /// <summary>The results of an operation that has several.</summary>
    public static TResults Of<TResults>(Func<TResults> operation)
        where TResults : struct, ITuple
    {
        using var scope = DisposeScopeManager.Enter();
        var results = operation();
        for (var i = 0; i < results.Length; i++)
            Handed((Tensor)results[i]!, scope);
        return results;
    }

    /// <summary>A number or truth value that is computed with tensors.</summary>
    public static T Value<T>(Func<T> computation)
        where T : unmanaged
    {
        using var scope = DisposeScopeManager.Enter();
        return computation();
    }

    private static Tensor Handed(Tensor result, DisposeScope scope) =>
        ReferenceEquals(result.OwningScope, scope) ? result.MoveToOuterDisposeScope() : result;
}
