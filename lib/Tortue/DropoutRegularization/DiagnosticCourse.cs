namespace Tortue.DropoutRegularization;

/// <summary>One training of <see cref="DropoutDiagnostics"/>.</summary>
/// <param name="Rate">The probability of each hidden unit to be dropped; 0 is without dropout.</param>
/// <param name="Seed">The seed of weights, order of the examples and masks.</param>
/// <param name="TrainAccuracy">Share of the training examples that are right in the end, in evaluation mode, 0 to 1.</param>
/// <param name="TestAccuracy">Share of the test examples that are right in the end, 0 to 1.</param>
/// <param name="Looks">The network at each checkpoint.</param>
public sealed record DiagnosticCourse(
    double Rate, ulong Seed, double TrainAccuracy, double TestAccuracy, IReadOnlyList<DiagnosticLook> Looks);
