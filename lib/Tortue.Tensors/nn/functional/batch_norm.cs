using Tortue.Tensors;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>
            /// Batch normalisation: (x − mean) / √(variance + eps) · weight + bias for each channel. Ioffe and Szegedy, "Batch
            /// normalization: accelerating deep network training by reducing internal covariate shift" (2015).
            /// </summary>
            /// <param name="input">Batch × channels (× …).</param>
            /// <param name="running_mean">
            /// Means: used when not training, and moved towards the batch's when training; may be null when training.
            /// </param>
            /// <param name="running_var">Variances, likewise; moved towards those that are divided by n − 1.</param>
            /// <param name="weight">Factors of the channels; ones when null.</param>
            /// <param name="bias">What is added to channels; zeros when null.</param>
            /// <param name="training">Whether the batch's own means and variances (divided by n) are used.</param>
            /// <param name="momentum">How far the running values move, 0 to 1.</param>
            /// <param name="eps">What is added to variances.</param>
            /// <returns>A tensor of the same shape.</returns>
            public static Tensor batch_norm(
                Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight = null, Tensor? bias = null, bool training = false,
                double momentum = 0.1, double eps = 1e-5)
            {
                BatchNormCheck.Run(input, training, (running_mean, nameof(running_mean)), (running_var, nameof(running_var)),
                    (weight, nameof(weight)), (bias, nameof(bias)));
                if (!training)
                    return Normalizing.Channels(input, weight, bias, (running_mean!, running_var!), eps, "NativeBatchNormBackward0");

                var count = (double)(input.Count / input.Sizes[1]);
                return Normalizing.Channels(input, weight, bias, null, eps, "NativeBatchNormBackward0", (mean, variance) =>
                {
                    Move(running_mean, mean, momentum);
                    Move(running_var, variance.mul_(count / (count - 1)), momentum);
                });
            }

            private static void Move(Tensor? running, Tensor batch, double momentum)
            {
                using var _ = no_grad();
                using var part = batch.mul(momentum);
                running?.mul_(1 - momentum).add_(part);
            }
        }
    }
}
