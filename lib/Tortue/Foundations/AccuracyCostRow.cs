namespace Tortue.Foundations;

/// <summary>What a network costs and what it reaches.</summary>
/// <param name="Network">Its name.</param>
/// <param name="IsConvolutional">Whether it has convolutions.</param>
/// <param name="Parameters">Numbers that are learnt.</param>
/// <param name="Operations">Multiply-adds for one image.</param>
/// <param name="Accuracies">Share of the test images that are right after training, 0 to 1, one number a run.</param>
public sealed record AccuracyCostRow(
    string Network, bool IsConvolutional, long Parameters, long Operations, IReadOnlyList<double> Accuracies)
{
    /// <summary>The mean over the runs.</summary>
    internal double Accuracy => Accuracies.Average();
}
