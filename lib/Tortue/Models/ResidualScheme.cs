namespace Tortue.Models;

/// <summary>How a deep residual network is kept trainable, or not: what <see cref="ResidualTower"/> starts from.</summary>
public enum ResidualScheme
{
    /// <summary>Batch norm after every convolution, He's initialisation.</summary>
    BatchNorm,

    /// <summary>No normalisation; every layer after Glorot and Bengio (uniform), biases 0.</summary>
    Xavier,

    /// <summary>No normalisation; He's initialisation, but the last layer of each branch and the classifier start at 0: the first of
    /// Fixup's three rules by itself.</summary>
    ZeroBranches,

    /// <summary>All three rules of Fixup: see <see cref="FixupBlock"/>.</summary>
    Fixup,
}
