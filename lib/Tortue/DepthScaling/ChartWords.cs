namespace Tortue.DepthScaling;

/// <summary>Words that several charts of this folder share.</summary>
internal static class ChartWords
{
    /// <summary>An exponent as it is spoken of: 1/2 rather than 0.5.</summary>
    public static string Beta(double beta) => beta switch
    {
        0.25 => "β = 1/4",
        0.5 => "β = 1/2",
        0.75 => "β = 3/4",
        _ => Text.Format("β = {0}", beta),
    };

    /// <summary>What the networks are, for a subtitle.</summary>
    public static string Networks(ResidualShape shape) =>
        Text.Format(DepthScalingText.ChartNetworks, Model(shape.Model), shape.Activation, shape.Width)
        + (shape.Path == WeightPath.Independent ? "" : Text.Format(DepthScalingText.ChartPath, shape.Path));

    /// <summary>The critical exponent, in the sentences of rules.</summary>
    public static string Critical(WeightPath path) =>
        GrowthCurves.CriticalBeta(path) is var critical && critical == 0.5 ? "½" : Text.Format("{0}", critical);

    /// <summary>Where networks are normalised: on the branch or of the state.</summary>
    public static string Normalized(BatchNormVariant variant) =>
        variant == BatchNormVariant.Branch ? DepthScalingText.VariantBranch : DepthScalingText.VariantState;

    /// <summary>The model's name as the paper writes it.</summary>
    public static string Model(ResidualModel model) => model switch
    {
        ResidualModel.Res1 => "res-1",
        ResidualModel.Res2 => "res-2",
        _ => "res-3",
    };
}
