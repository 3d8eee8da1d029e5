using static TorchSharp.torch;

namespace Tortue.Training;

/// <summary>A step of training, as observers see it.</summary>
/// <param name="Model">The model under training.</param>
/// <param name="Epoch">The epoch, from 1 on.</param>
/// <param name="Step">Steps since the start, from 1 on.</param>
/// <param name="Loss">The minibatch's loss before the step.</param>
/// <param name="LearningRate">The learning rate of the step.</param>
public sealed record TrainingStep(nn.Module<Tensor, Tensor> Model, int Epoch, int Step, double Loss, double LearningRate);
