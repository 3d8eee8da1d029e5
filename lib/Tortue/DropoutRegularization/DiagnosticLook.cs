namespace Tortue.DropoutRegularization;

/// <summary>A network in the course of its training, see <see cref="GradientDiagnostics"/>.</summary>
/// <param name="Step">Steps that it has been trained for, from 1 on.</param>
/// <param name="Loss">Mean cross-entropy of all training examples in evaluation mode, in nats.</param>
/// <param name="Norm">Mean ‖g‖₂ of minibatch gradients.</param>
/// <param name="Distance">‖W_t − W_0‖₂.</param>
/// <param name="DirectionVariance">GDV, 0 to 2.</param>
/// <param name="DirectionError">GDE, 0 to 2.</param>
/// <param name="Alignment">The cosine between the mean direction of the minibatch gradients and the gradient of all data without
/// dropout.</param>
public sealed record DiagnosticLook(
    int Step, double Loss, double Norm, double Distance, double DirectionVariance, double DirectionError, double Alignment);
