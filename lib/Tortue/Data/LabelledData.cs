using TorchSharp;
using static TorchSharp.torch;

namespace Tortue.Data;

/// <summary>Examples with their classes.</summary>
public sealed class LabelledData
{
    /// <summary>Examples with their classes.</summary>
    /// <param name="name">What they are, for charts and messages.</param>
    /// <param name="inputs">float32, one example along the first dimension: N×features, or N×channels×height×width with values in
    /// [0, 1].</param>
    /// <param name="labels">int64, N numbers from 0 to C − 1.</param>
    /// <param name="classes">The C classes' names.</param>
    /// <exception cref="ArgumentException">Counts disagree, there is no example, or a label is out of its range.</exception>
    public LabelledData(string name, Tensor inputs, Tensor labels, IReadOnlyList<string> classes)
    {
        if (inputs.dim() < 2 || labels.dim() != 1 || inputs.shape[0] != labels.shape[0] || inputs.shape[0] == 0)
            throw new ArgumentException(Text.Format(DataText.CountsDisagree, name, Shape(inputs), Shape(labels)));
        using Tensor lowest = labels.min(), highest = labels.max();
        if (lowest.ToInt64() < 0 || highest.ToInt64() >= classes.Count)
            throw new ArgumentException(Text.Format(DataText.LabelOutOfRange, name, classes.Count - 1));
        Name = name;
        Inputs = inputs;
        Labels = labels;
        Classes = classes;
    }

    /// <summary>What the examples are.</summary>
    public string Name { get; }

    /// <summary>The examples, float32, N along the first dimension.</summary>
    public Tensor Inputs { get; }

    /// <summary>Their classes, int64, N numbers.</summary>
    public Tensor Labels { get; }

    /// <summary>The classes' names.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>How many examples there are.</summary>
    public int Count => (int)Inputs.shape[0];

    /// <summary>Sizes of one example, for example 1×28×28.</summary>
    public long[] InputShape => Inputs.shape[1..];

    /// <summary>Some of the examples, in the order asked for.</summary>
    /// <param name="indices">Their places, from 0 to <see cref="Count"/> − 1.</param>
    public LabelledData At(IReadOnlyList<long> indices)
    {
        using var places = tensor(indices.ToArray());
        return new(Name, Inputs.index_select(0, places), Labels.index_select(0, places), Classes);
    }

    /// <summary>The first examples.</summary>
    /// <param name="count">How many, from 1 to <see cref="Count"/>.</param>
    public LabelledData First(int count) => At([.. Enumerable.Range(0, count).Select(i => (long)i)]);

    /// <summary>The same inputs with other labels, for example random ones.</summary>
    public LabelledData WithLabels(Tensor labels, string? name = null) => new(name ?? Name, Inputs, labels, Classes);

    /// <summary>The same labels with other inputs, for example normalised ones.</summary>
    public LabelledData WithInputs(Tensor inputs) => new(Name, inputs, Labels, Classes);

    /// <summary>The same inputs with labels drawn anew, each class as likely: what a network can only learn by heart.</summary>
    /// <param name="seed">The seed.</param>
    public LabelledData WithRandomLabels(ulong seed)
    {
        var random = new RandomStream(seed, 0);
        var labels = new long[Count];
        for (int i = 0; i < labels.Length; i++)
            labels[i] = random.Below(Classes.Count);
        return WithLabels(tensor(labels), Text.Format(DataText.RandomLabels, Name));
    }

    /// <summary>
    /// Splits at random into two parts in which the classes have the same shares, as nearly as whole numbers allow: training and test, or
    /// training and validation.
    /// </summary>
    /// <param name="second">The second part's size, from 1 to <see cref="Count"/> − 1.</param>
    /// <param name="seed">The seed.</param>
    /// <exception cref="ArgumentOutOfRangeException">A part would be empty.</exception>
    public (LabelledData First, LabelledData Second) Split(int second, ulong seed)
    {
        if (second < 1 || second >= Count)
            throw new ArgumentOutOfRangeException(nameof(second), second, Text.Format(DataText.BadSplit, Count - 1));
        var (kept, held) = StratifiedSplit.Of(Labels.data<long>().ToArray(), second, seed);
        return (At(kept), At(held));
    }

    /// <summary>Minibatches of one epoch.</summary>
    /// <param name="size">Examples in a minibatch; the last may be smaller.</param>
    /// <param name="generator">Gives the order; null leaves the examples in theirs.</param>
    /// <returns>Inputs and labels; the caller owns the tensors.</returns>
    public IEnumerable<Minibatch> Minibatches(int size, Generator? generator = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        return Batches();

        IEnumerable<Minibatch> Batches()
        {
            using var order = generator is null ? arange(Count) : randperm(Count, generator: generator);
            for (long start = 0; start < Count; start += size)
            {
                using var places = order.narrow(0, start, Math.Min(size, Count - start));
                yield return new(Inputs.index_select(0, places), Labels.index_select(0, places));
            }
        }
    }

    /// <summary>Name, sizes and classes on one line.</summary>
    public override string ToString() => Text.Format(DataText.Summary, Name, Count, string.Join('×', InputShape), Classes.Count);

    private static string Shape(Tensor tensor) => string.Join('×', tensor.shape);
}
