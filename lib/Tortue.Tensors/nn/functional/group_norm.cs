using Tortue.Tensors;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Gives groups of each example's channels mean 0 and variance 1, then factors and shifts. Wu and He (2018).</summary>
            /// <param name="input">Batch × channels (× …).</param>
            /// <param name="num_groups">Into how many groups channels are cut; divides their number.</param>
            /// <param name="weight">Factors of the channels; ones when null.</param>
            /// <param name="bias">What is added to channels; zeros when null.</param>
            /// <param name="eps">What is added to variances.</param>
            /// <returns>A tensor of the same shape.</returns>
            public static Tensor group_norm(
                Tensor input, long num_groups, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5)
            {
                if (input.Rank < 2)
                    throw TorchError.Because($"Expected at least 2 dimensions for input tensor but received {input.Rank}");
                var channels = input.Sizes[1];
                if (num_groups <= 0)
                    throw TorchError.Because($"Expected num groups to be greater than 0, got {num_groups}");
                if (channels % num_groups != 0)
                {
                    throw TorchError.Because("Expected number of channels in input to be divisible by num_groups, but got input of shape " +
                        $"{Shapes.Text(input.Sizes)} and num_groups={num_groups}");
                }

                CheckFactors(weight, nameof(weight), channels);
                CheckFactors(bias, nameof(bias), channels);
                var size = input.Count == 0 ? 0 : input.Count / input.Sizes[0] / num_groups;
                return Composite.Of(() =>
                {
                    var result = input.reshape(input.Sizes[0] * num_groups, size);
                    result = layer_norm(result, [size], null, null, eps).reshape(input.Sizes);
                    long[] shape = [channels, .. Enumerable.Repeat(1L, input.Rank - 2)];
                    if (weight is not null)
                        result = result.mul(weight.reshape(shape));
                    return bias is null ? result : result.add(bias.reshape(shape));
                });
            }

            /// <summary>Gives each channel of each example mean 0 and variance 1, then factors and shifts. Ulyanov et al. (2016).</summary>
            /// <param name="input">Batch × channels × ….</param>
            /// <param name="running_mean">Means: used when not use_input_stats, and moved towards the examples' otherwise; or null.</param>
            /// <param name="running_var">Variances, likewise; moved towards those that are divided by n − 1.</param>
            /// <param name="weight">Factors of the channels; ones when null.</param>
            /// <param name="bias">What is added to channels; zeros when null.</param>
            /// <param name="use_input_stats">Whether each example's own means and variances are used.</param>
            /// <param name="momentum">How far the running values move, 0 to 1.</param>
            /// <param name="eps">What is added to variances.</param>
            /// <returns>A tensor of the same shape.</returns>
            public static Tensor instance_norm(
                Tensor input, Tensor? running_mean = null, Tensor? running_var = null, Tensor? weight = null, Tensor? bias = null,
                bool use_input_stats = true, double momentum = 0.1, double eps = 1e-5)
            {
                if (input.Rank < 3)
                    throw TorchError.Because($"Expected at least 3 dimensions for input tensor but received {input.Rank}");
                if (!use_input_stats)
                {
                    return running_mean is null || running_var is null
                        ? throw TorchError.Because("Expected running_mean and running_var to be defined when use_input_stats is false")
                        : batch_norm(input, running_mean, running_var, weight, bias, false, momentum, eps);
                }

                var (examples, channels) = (input.Sizes[0], input.Sizes[1]);
                if (input.Count == examples * channels)
                {
                    throw new ArgumentException(
                        $"Expected more than 1 spatial element when training, got input size {Shapes.Text(input.Sizes)}", nameof(input));
                }

                return Composite.Of(() =>
                {
                    // Every channel of every example is a channel of one long example.
                    var (means, variances) = (running_mean?.repeat(examples), running_var?.repeat(examples));
                    long[] shape = [1, examples * channels, .. input.Sizes[2..]];
                    var result = batch_norm(
                        input.reshape(shape), means, variances, weight?.repeat(examples), bias?.repeat(examples), true, momentum, eps);
                    using (no_grad())
                    {
                        running_mean?.copy_(means!.reshape(examples, channels).mean([0L]));
                        running_var?.copy_(variances!.reshape(examples, channels).mean([0L]));
                    }

                    return result.reshape(input.Sizes);
                });
            }

            private static void CheckFactors(Tensor? factors, string name, long channels)
            {
                if (factors is not null && (factors.Rank != 1 || factors.Sizes[0] != channels))
                {
                    throw TorchError.Because($"Expected {name} to be a vector of size equal to the number of channels in input, but got " +
                        $"{name} of shape {Shapes.Text(factors.Sizes)} and {channels} channels");
                }
            }
        }
    }
}
