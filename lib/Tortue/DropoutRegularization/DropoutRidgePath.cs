namespace Tortue.DropoutRegularization;

/// <summary>One training with dropped inputs.</summary>
/// <param name="Rate">Probability p that an input is dropped.</param>
/// <param name="Run">Its number, from 0 on.</param>
/// <param name="Distances">‖w̄ − w_ridge‖ at each look, w̄ the mean weights over the later half of the steps so far.</param>
/// <param name="Weights">w̄ at the last look.</param>
public sealed record DropoutRidgePath(double Rate, int Run, IReadOnlyList<double> Distances, IReadOnlyList<double> Weights);
