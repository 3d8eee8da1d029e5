namespace Tortue.Experiments;

/// <summary>What the settings of every experiment have: a seed, three presets and ranges. Properties are what can be set.</summary>
/// <typeparam name="TSelf">The options record itself.</typeparam>
public interface IExperimentOptions<out TSelf>
    where TSelf : IExperimentOptions<TSelf>
{
    /// <summary>At most 20 seconds on two cores.</summary>
    static abstract TSelf Quick { get; }

    /// <summary>At most 15 minutes on two cores.</summary>
    static abstract TSelf Standard { get; }

    /// <summary>The paper's size.</summary>
    static abstract TSelf Full { get; }

    /// <summary>The seed of all random numbers of a run.</summary>
    ulong Seed { get; }

    /// <summary>Checks every setting against its range.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range; the message says which, and what it may be.</exception>
    void Validate();
}
