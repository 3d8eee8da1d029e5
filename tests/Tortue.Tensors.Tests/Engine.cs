using Xunit;

namespace Tortue.Tensors.Tests;

/// <summary>
/// The engine that the tests run against: ours, or the real TorchSharp by the build property TensorEngine. Where ours differs on purpose,
/// the test asks here and gives the reason.
/// </summary>
internal static class Engine
{
    /// <summary>Whether it is ours.</summary>
#if TENSOR_ENGINE_TORCHSHARP
    public static bool IsOurs => false;
#else
    public static bool IsOurs => true;
#endif

    /// <summary>Ends the test where the real TorchSharp does otherwise.</summary>
    /// <param name="theirs">What it does, in a sentence without subject: "ends the process".</param>
    public static void OnlyOurs(string theirs)
    {
        if (!IsOurs)
            Assert.Skip($"TorchSharp {theirs}; ours differs on purpose.");
    }

    /// <summary>Ends the test of a case that the real TorchSharp does otherwise than PyTorch, which ours follows.</summary>
    /// <param name="name">The name of the case.</param>
    /// <param name="theirs">What it does, by what the name begins with.</param>
    public static void OnlyOurs(string name, params (string Beginning, string What)[] theirs)
    {
        foreach (var (_, what) in theirs.Where(t => name.StartsWith(t.Beginning, StringComparison.Ordinal)))
            OnlyOurs(what);
    }

    /// <summary>Runs a check with each width of vector register that our kernels are written for; theirs is run once.</summary>
    public static void AtEveryWidth(Action check)
    {
#if TENSOR_ENGINE_TORCHSHARP
        check();
#else
        Kernels.EveryWidth.Do(_ => check());
#endif
    }

    /// <summary>
    /// Asserts that an exception has PyTorch's words, with which it begins, or which it has somewhere. TorchSharp has those of the version
    /// of PyTorch that it was built with, which differ from one to the next: from it, any words will do.
    /// </summary>
    public static void Says(string words, Exception exception)
    {
        if (IsOurs)
            Assert.Contains(words, exception.Words(), StringComparison.Ordinal);
        else
            Assert.NotEmpty(exception.Words());
    }

    /// <summary>What an exception says. The native library appends where it was thrown, which is of no use to a reader of ours.</summary>
    public static string Words(this Exception exception) => exception.Message.Split("\nException raised from ")[0];
}
