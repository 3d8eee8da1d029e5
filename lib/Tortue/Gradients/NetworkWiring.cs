namespace Tortue.Gradients;

/// <summary>How the layers of a network follow each other, in <see cref="ShatteredGradients"/>.</summary>
public enum NetworkWiring
{
    /// <summary>h_{l+1} = W ReLU(h_l).</summary>
    Plain,

    /// <summary>h_{l+1} = W ReLU(BN(h_l)).</summary>
    PlainNormalized,

    /// <summary>h_{l+1} = h_l + W ReLU(h_l).</summary>
    Residual,

    /// <summary>h_{l+1} = h_l + W ReLU(BN(h_l)).</summary>
    ResidualNormalized,

    /// <summary>h_{l+1} = h_l + β W ReLU(BN(h_l)), with <see cref="ShatteredGradientsOptions.Beta"/>.</summary>
    ResidualRescaled,

    /// <summary>h_{l+1} = Q ReLU(h_l) − Q ReLU(−h_l), Q orthogonal: Balduzzi's "looks-linear" initialisation.</summary>
    LooksLinear,
}
