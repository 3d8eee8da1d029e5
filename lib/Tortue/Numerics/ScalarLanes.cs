using System.Runtime.CompilerServices;

namespace Tortue.Numerics;

/// <summary>One block at a time, on machines without vectors: also the plainest statement of what the other widths compute.</summary>
internal readonly struct ScalarLanes(ulong value) : IBlockLanes<ScalarLanes>
{
    private readonly ulong _value = value;

    public static int Count => 1;

    public static ScalarLanes Broadcast(uint word) => new(word);

    public static ScalarLanes Ascending(uint first) => new(first);

    public static ScalarLanes MultiplyLow(ScalarLanes left, ScalarLanes right) => new((ulong)(uint)left._value * (uint)right._value);

    public static ScalarLanes High(ScalarLanes lanes) => new(lanes._value >> 32);

    public static ScalarLanes Xor(ScalarLanes first, ScalarLanes second, ScalarLanes third) =>
        new(first._value ^ second._value ^ third._value);

    public static void Store(ScalarLanes word0, ScalarLanes word1, ScalarLanes word2, ScalarLanes word3, ref uint destination)
    {
        destination = (uint)word0._value;
        Unsafe.Add(ref destination, 1) = (uint)word1._value;
        Unsafe.Add(ref destination, 2) = (uint)word2._value;
        Unsafe.Add(ref destination, 3) = (uint)word3._value;
    }

    public static void StoreUniform(
        ScalarLanes word0, ScalarLanes word1, ScalarLanes word2, ScalarLanes word3, float unit, ref float destination)
    {
        destination = Philox4x32.ToUniform((uint)word0._value, unit);
        Unsafe.Add(ref destination, 1) = Philox4x32.ToUniform((uint)word1._value, unit);
        Unsafe.Add(ref destination, 2) = Philox4x32.ToUniform((uint)word2._value, unit);
        Unsafe.Add(ref destination, 3) = Philox4x32.ToUniform((uint)word3._value, unit);
    }
}
