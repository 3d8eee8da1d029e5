using Tortue.Models;

namespace Tortue.Gradients;

/// <summary>What networks of one depth learnt.</summary>
/// <param name="Activation">Their activation.</param>
/// <param name="Depth">Their hidden layers L.</param>
/// <param name="Accuracy">For each gain the share of the images that are classified right after the last step with the best learning rate:
/// median over the networks.</param>
/// <param name="Loss">The same for the mean cross-entropy, in nats; infinite where most trainings diverged at every rate.</param>
public sealed record TrainabilityRow(Activation Activation, int Depth, IReadOnlyList<double> Accuracy, IReadOnlyList<double> Loss);
