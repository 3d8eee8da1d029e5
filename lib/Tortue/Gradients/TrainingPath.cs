namespace Tortue.Gradients;

/// <summary>The way of the weights through training, in the plane of its two first principal components.</summary>
/// <param name="Shares">Shares of the variation along the first and the second component, 0 to 1.</param>
/// <param name="First">Positions along the first component: of the start and after each epoch; 0 at the end.</param>
/// <param name="Second">Positions along the second component.</param>
/// <param name="Columns">Positions of the grid's columns, along the first component.</param>
/// <param name="Rows">Positions of the grid's rows, along the second component.</param>
/// <param name="Losses">The loss on the plane, in nats, biases and batch norm being those of the end.</param>
public sealed record TrainingPath(
    IReadOnlyList<double> Shares,
    IReadOnlyList<double> First,
    IReadOnlyList<double> Second,
    IReadOnlyList<double> Columns,
    IReadOnlyList<double> Rows,
    IReadOnlyList<IReadOnlyList<double>> Losses);
