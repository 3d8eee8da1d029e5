namespace Tortue.DepthScaling;

/// <summary>The s with which E exp(λX) = exp(λ² s²/2) at one λ; (A1) asks for one that is large enough for every λ.</summary>
/// <param name="Lambda">λ.</param>
/// <param name="S">√(2 ln E exp(λX))/λ, estimated.</param>
/// <param name="StandardError">The standard error of <paramref name="S"/>.</param>
public sealed record SubGaussianPoint(double Lambda, double S, double StandardError);
