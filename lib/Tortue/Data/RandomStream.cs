using Tortue.Numerics;

namespace Tortue.Data;

/// <summary>Random numbers of one example: a function of the seed and the example's index alone, whatever the order.</summary>
internal struct RandomStream(ulong seed, uint stream)
{
    private const double Unit = 1.0 / (1UL << 32);

    private readonly uint[] _block = new uint[Philox4x32.WordsPerBlock];
    private uint _drawn;

    /// <summary>Uniform on [0, 1), a multiple of 2⁻³².</summary>
    public double Uniform()
    {
        uint word = _drawn % Philox4x32.WordsPerBlock;
        if (word == 0)
            Philox4x32.Block(new PhiloxCounter(_drawn / Philox4x32.WordsPerBlock, stream, 0, 0), seed, _block);
        _drawn++;
        return _block[word] * Unit;
    }

    /// <summary>Uniform on [low, high).</summary>
    public double Uniform(double low, double high) => low + (high - low) * Uniform();

    /// <summary>A whole number from 0 to count − 1.</summary>
    public int Below(int count) => (int)(Uniform() * count);

    /// <summary>A standard normal number, by Box and Muller.</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Uniform())) * Math.Cos(2 * Math.PI * Uniform());
}
