namespace Tortue.Gradients;

/// <summary>One trained network and the loss around it.</summary>
/// <param name="Depth">Layers with weights.</param>
/// <param name="Shortcuts">Whether it has shortcuts.</param>
/// <param name="Run">Number of the run, from 0.</param>
/// <param name="Loss">Loss of the trained network on the images of the surface, in nats: the surface's value in the middle.</param>
/// <param name="TestError">Share of the test images that it takes for something else, 0 to 1.</param>
/// <param name="Measures">How flat and how convex the surface is.</param>
/// <param name="Surface">The surface, one row for each step along η, in nats; of the first run only.</param>
/// <param name="Path">The way that training took; of the first run at the largest depth only.</param>
public sealed record LossSurfaceCell(
    int Depth,
    bool Shortcuts,
    int Run,
    double Loss,
    double TestError,
    SurfaceMeasures Measures,
    IReadOnlyList<IReadOnlyList<double>>? Surface,
    TrainingPath? Path);
