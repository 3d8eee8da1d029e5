namespace Tortue.Gradients;

/// <summary>How the networks of <see cref="GradientNorms"/> are initialised and built.</summary>
public enum GradientArm
{
    /// <summary>Plain layers with the frameworks' default, weights uniform on ±1/√n.</summary>
    Default,

    /// <summary>Plain layers with weights for their activation: He's for ReLU, Glorot's for the others.</summary>
    GoodInit,

    /// <summary>As <see cref="GoodInit"/>, with batch normalisation before each activation.</summary>
    BatchNorm,

    /// <summary>As <see cref="GoodInit"/>, each layer added to its input: h + W σ(h).</summary>
    Residual,

    /// <summary>As <see cref="Residual"/>, with batch normalisation inside the branch: h + W σ(BN(h)).</summary>
    ResidualBatchNorm,
}
