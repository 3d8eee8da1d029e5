namespace Tortue.CriticalPeriods;

/// <summary>The settings of <see cref="FisherInformation.Of"/>.</summary>
public sealed record FisherOptions
{
    /// <summary>Whose labels. Default: the model's.</summary>
    public FisherLabels Labels { get; init; } = FisherLabels.Model;

    /// <summary>
    /// Examples B in a minibatch, at least 1: the squared gradient of the minibatch's mean, times B. 1 squares the gradient of each
    /// example. Both have the same expectation, because scores of drawn labels have mean 0 and those of different examples are
    /// independent; nothing but 1 goes with other labels. Default: 1.
    /// </summary>
    public int BatchSize { get; init; } = 1;

    /// <summary>How many minibatches, at least 2; after each pass over the examples they are taken again in another order, and with other
    /// labels. Null takes every example once, but for a last minibatch that would not be full. Default: null.</summary>
    public int? Minibatches { get; init; }

    /// <summary>The seed of the labels and of the order of the examples. Default: 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Checks every setting against its range.</summary>
    /// <param name="examples">How many examples there are.</param>
    /// <exception cref="ArgumentException">A setting is out of its range; the message says which, and what it may be.</exception>
    public void Validate(int examples)
    {
        if (BatchSize < 1 || BatchSize > examples)
            throw new ArgumentException(Text.Format(CriticalPeriodsText.FisherBadBatchSize, BatchSize, examples));
        if (Labels != FisherLabels.Model && BatchSize > 1)
            throw new ArgumentException(Text.Format(CriticalPeriodsText.FisherBadLabels, BatchSize, Labels));
        if ((Minibatches ?? examples / BatchSize) < 2)
            throw new ArgumentException(Text.Format(CriticalPeriodsText.FisherBadMinibatches, Minibatches ?? examples / BatchSize));
    }
}
