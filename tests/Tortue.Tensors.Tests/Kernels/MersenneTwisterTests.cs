using FsCheck;
using FsCheck.Fluent;
using Tortue.Tensors.Kernels;
using Xunit;

namespace Tortue.Tensors.Tests.Kernels;

public class MersenneTwisterTests
{
    [Fact]
    public void TheTenThousandthDrawIsTheOneThatTheCppStandardPrescribes()
    {
        // ISO C++, [rand.predef]: mt19937 with its default seed.
        var generator = new MersenneTwister(5489);
        uint last = 0;
        for (int i = 0; i < 10_000; i++)
            last = generator.NextUInt32();
        Assert.Equal(4123659995u, last);
    }

    [Fact]
    public void SeedZeroGivesNumpysDraws()
    {
        var draws = new uint[2000];
        new MersenneTwister(0).Fill(draws);
        Assert.Equal([2357136044u, 2546248239u, 3071714933u, 3626093760u, 2588848963u], draws[..5]);
        Assert.Equal([3791854820u, 341544762u, 1076416385u], draws[623..626]);
        Assert.Equal(3856691381u, draws[1999]);
    }

    [Fact]
    public void SixtyFourBitsComeUpperHalfFirst()
    {
        // torch.manual_seed(0); torch.empty(3, dtype=torch.int64).random_(-2**63, None)
        var generator = new MersenneTwister(0);
        ulong[] draws = [generator.NextUInt64(), generator.NextUInt64(), generator.NextUInt64()];
        Assert.Equal([0x8c7f0aac97c4aa2f, 0xb716a675d821ccc0, 0x9a4eb343dba252fb], draws);
    }

    [Fact]
    public void OnlyTheLower32BitsOfTheSeedCount() =>
        Assert.Equal(new MersenneTwister(7).NextUInt32(), new MersenneTwister((1UL << 40) + 7).NextUInt32());

    [Fact]
    public void ACloneGoesOnFromTheSamePoint()
    {
        var generator = new MersenneTwister(3);
        generator.Fill(new uint[700]);
        var clone = generator.Clone();
        uint[] expected = new uint[1000], actual = new uint[1000];
        generator.Fill(expected);
        clone.Fill(actual);
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void FillingInPiecesGivesTheSameAsOneByOne() =>
        Prop.ForAll(
            Gen.Choose(0, 1500).ArrayOf(5).ToArbitrary(),
            lengths =>
            {
                var pieces = new MersenneTwister(11);
                var single = new MersenneTwister(11);
                foreach (int length in lengths)
                {
                    var filled = new uint[length];
                    pieces.Fill(filled);
                    foreach (uint value in filled)
                        Assert.Equal(single.NextUInt32(), value);
                }
            }).QuickCheckThrowOnFailure();
}
