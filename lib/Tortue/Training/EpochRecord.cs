namespace Tortue.Training;

/// <summary>What an epoch of training came to.</summary>
/// <param name="Epoch">Its number, from 1 on.</param>
/// <param name="TrainingLoss">Mean loss over the epoch's minibatches, each taken before its step.</param>
/// <param name="TrainingAccuracy">Share of the training examples that were classified right on the way, 0 to 1.</param>
/// <param name="ValidationLoss">Mean loss over the validation part at the end of the epoch; null without one.</param>
/// <param name="ValidationAccuracy">Share of the validation part that is classified right, 0 to 1; null without one.</param>
/// <param name="LearningRate">The learning rate of the epoch's last step.</param>
public sealed record EpochRecord(
    int Epoch, double TrainingLoss, double TrainingAccuracy, double? ValidationLoss, double? ValidationAccuracy, double LearningRate);
