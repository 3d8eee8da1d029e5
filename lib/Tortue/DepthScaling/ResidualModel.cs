namespace Tortue.DepthScaling;

/// <summary>
/// The three residual layers of P. Marion, A. Fermanian, G. Biau, J.-P. Vert, "Scaling ResNets in the large-depth regime",
/// JMLR 26 (2025): h_{k+1} = h_k + α_L V_{k+1} g(h_k, θ_{k+1}), with α_L = L^(−β).
/// </summary>
public enum ResidualModel
{
    /// <summary>g(h) = σ(h): h + α_L V σ(h).</summary>
    Res1,

    /// <summary>g(h) = σ(h + b): h + α_L V σ(h + b).</summary>
    Res2,

    /// <summary>g(h) = σ(W h): h + α_L V σ(W h). The model of the paper's figures 1 to 5.</summary>
    Res3,
}
