namespace Tortue.DepthScaling;

/// <summary>
/// Critical exponents of an independent simulation of the settings of Marion et al.'s figures 7 (res-3, d = 40) and 9 (res-1, d = 30);
/// data/published/alpha-scaling.csv has them with their source. The paper's own figure gives none that could be read off.
/// </summary>
public static class PublishedCriticalExponents
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<PublishedCriticalExponent> All { get; } =
    [
        new(ResidualModel.Res3, 0.1, 0.5, 0),
        new(ResidualModel.Res3, 0.3, 0.5, 0),
        new(ResidualModel.Res3, 0.5, 0.5, 0),
        new(ResidualModel.Res3, 0.7, 0.675, 0.025),
        new(ResidualModel.Res3, 0.9, 0.9, 0),
        new(ResidualModel.Res1, 0.1, 0.275, 0.025),
        new(ResidualModel.Res1, 0.3, 0.3, 0),
        new(ResidualModel.Res1, 0.5, 0.5, 0),
        new(ResidualModel.Res1, 0.7, 0.7, 0),
        new(ResidualModel.Res1, 0.9, 0.9, 0),
    ];
}
