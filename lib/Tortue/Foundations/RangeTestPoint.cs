namespace Tortue.Foundations;

/// <summary>A step of the range test.</summary>
/// <param name="LearningRate">Its learning rate.</param>
/// <param name="Loss">The minibatch's loss before the step.</param>
/// <param name="Smooth">The average of the losses up to here, recent ones counting more.</param>
public sealed record RangeTestPoint(double LearningRate, double Loss, double Smooth);
