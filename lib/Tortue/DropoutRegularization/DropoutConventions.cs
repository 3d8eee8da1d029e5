namespace Tortue.DropoutRegularization;

/// <summary>Two conventions of one trained network: scaled at training with the weights as they are, and scaled at test with the weights
/// behind each dropout divided by 1 − p.</summary>
/// <param name="AtTest">Largest difference of any output of any test image, nothing dropped.</param>
/// <param name="UnderOneMask">The same, under the same masks in training.</param>
/// <param name="Unconverted">The largest difference at test when the weights are taken over as they are.</param>
/// <param name="LargestOutput">The largest output, to compare with.</param>
public sealed record DropoutConventions(double AtTest, double UnderOneMask, double Unconverted, double LargestOutput);
