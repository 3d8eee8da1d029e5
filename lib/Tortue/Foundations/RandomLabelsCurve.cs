namespace Tortue.Foundations;

/// <summary>How one network fared.</summary>
/// <param name="RandomLabels">Whether its training labels were drawn at random.</param>
/// <param name="TrainingAccuracy">Share of the training images that it classified right in each epoch, 0 to 1.</param>
/// <param name="TestAccuracy">Share of the test images, whose labels are always the true ones, after each epoch, 0 to 1.</param>
/// <param name="FinalTrainingAccuracy">Share of the training images at the end, all in evaluation mode, 0 to 1.</param>
public sealed record RandomLabelsCurve(
    bool RandomLabels, IReadOnlyList<double> TrainingAccuracy, IReadOnlyList<double> TestAccuracy, double FinalTrainingAccuracy);
