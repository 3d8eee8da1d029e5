namespace Tortue.Tests.Experiments;

/// <summary>A clock on which each look is 7 ms after the last one.</summary>
internal sealed class EvenClock : TimeProvider
{
    private long _looks;

    public override long TimestampFrequency => 1000;

    public override long GetTimestamp() => 7 * _looks++;
}
