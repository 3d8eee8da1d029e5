using Tortue.Tensors;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>No example has this class, so that none is left out.</summary>
            internal const long NoClass = -100;

            /// <summary>The negative logarithm of the probability that softmax gives to the right class.</summary>
            /// <param name="input">Scores: examples × classes (× further dimensions), or the classes of one example.</param>
            /// <param name="target">Classes, Int64: examples (× further dimensions); or probabilities, of the scores' shape.</param>
            /// <param name="weight">A weight for each class, by which the mean is divided as well; all count alike when null.</param>
            /// <param name="ignore_index">Examples with this class count nothing.</param>
            /// <param name="reduction">What becomes of the losses of the single examples.</param>
            /// <param name="label_smoothing">The part of the target's probability that is spread over all classes, 0 to 1.</param>
            /// <returns>One number, or without reduction one an example.</returns>
            public static Tensor cross_entropy(
                Tensor input, Tensor target, Tensor? weight = null, long ignore_index = NoClass, Reduction reduction = Reduction.Mean,
                double label_smoothing = 0)
            {
                if (label_smoothing is not (>= 0 and <= 1))
                    throw TorchError.Because($"label_smoothing must be between 0.0 and 1.0. Got: {label_smoothing}");
                return Composite.Of(() => Entropy(input, target, weight, ignore_index, reduction, label_smoothing));
            }

            private static Tensor Entropy(
                Tensor input, Tensor target, Tensor? weight, long ignore_index, Reduction reduction, double label_smoothing)
            {
                var dim = input.Rank < 2 ? 0 : 1;
                var logs = input.log_softmax(dim);
                if (target.is_floating_point())
                    return WithProbabilities(logs, target, weight, dim, reduction, label_smoothing);
                if (input.Rank > 0 && Shapes.Same(input.Sizes, target.Sizes))
                {
                    throw TorchError.Because("Expected floating point type for target with class probabilities, got " +
                        $"{ScalarTypes.ShortName(target.dtype)}. For classes give one number an example, Int64.");
                }

                var loss = ClassLoss.Of(logs, target, weight, ignore_index, reduction);
                if (label_smoothing == 0)
                    return loss;
                var classes = input.Sizes[dim];
                var smooth = Smooth(logs, target, weight, ignore_index, reduction, dim);
                return loss.mul(1 - label_smoothing).add(smooth.mul(label_smoothing / classes));
            }

            /// <summary>The negative of the element at the right class of logarithms of probabilities.</summary>
            /// <param name="input">Logarithms: examples × classes (× further dimensions), or the classes of one example.</param>
            /// <param name="target">Classes, Int64: examples (× further dimensions).</param>
            /// <param name="weight">A weight for each class, by which the mean is divided as well; all count alike when null.</param>
            /// <param name="reduction">What becomes of the losses of the single examples.</param>
            /// <returns>One number, or without reduction one an example.</returns>
            public static Tensor nll_loss(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                ClassLoss.Of(input, target, weight, NoClass, reduction);

            private static Tensor WithProbabilities(
                Tensor logs, Tensor target, Tensor? weight, int dim, Reduction reduction, double smoothing)
            {
                if (!Shapes.Same(logs.Sizes, target.Sizes))
                {
                    throw TorchError.Because($"expected scalar type Long but found {ScalarTypes.ShortName(target.dtype)}. Classes are " +
                        $"given as Int64; class probabilities have the shape of the input, {Shapes.Text(logs.Sizes)}, but got " +
                        $"{Shapes.Text(target.Sizes)}.");
                }

                if (smoothing > 0)
                    target = target.mul(1 - smoothing).add(smoothing / logs.Sizes[dim]);
                var losses = Weighted(logs, weight, dim).mul(target).sum(dim).neg();
                return reduction == Reduction.Mean ? losses.sum().div((double)losses.Count) : Reduced(losses, reduction);
            }

            // The mean over classes of what the loss would be, times their number; of examples that count.
            private static Tensor Smooth(Tensor logs, Tensor target, Tensor? weight, long ignored, Reduction reduction, int dim)
            {
                var counts = target.ne(ignored);
                var losses = Weighted(logs, weight, dim).sum(dim).neg().masked_fill(counts.logical_not(), 0);
                if (reduction != Reduction.Mean)
                    return Reduced(losses, reduction);
                var total = counts.to_type(logs.dtype).reshape(-1);
                if (weight is not null)
                    total = total.mul(weight.detach().index_select(0, target.mul(counts).reshape(-1)));
                return losses.sum().div(total.sum());
            }

            private static Tensor Weighted(Tensor logs, Tensor? weight, int dim)
            {
                if (weight is null)
                    return logs;
                var shape = Enumerable.Repeat(1L, logs.Rank).ToArray();
                shape[dim] = weight.Count;
                return logs.mul(weight.reshape(shape));
            }
        }
    }
}
