using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            /// <summary>
            /// Shrinks the gradients, in place and all by the same factor, so that the norm of all of them together is at most a given
            /// one; smaller ones stay as they are.
            /// </summary>
            /// <param name="tensors">The parameters; those without a gradient are passed over.</param>
            /// <param name="max_norm">The largest norm, not negative.</param>
            /// <param name="norm_type">The order of the norm; positive infinity for the largest absolute value.</param>
            /// <returns>The norm before; zero where there are no gradients.</returns>
            public static double clip_grad_norm_(IEnumerable<Parameter> tensors, double max_norm, double norm_type = 2)
            {
                ArgumentNullException.ThrowIfNull(tensors);
                RefuseNegative(max_norm, nameof(max_norm));
                using var _ = no_grad();
                using var scope = NewDisposeScope();
                Tensor[] gradients = [.. tensors.Select(parameter => parameter.grad).OfType<Tensor>()];
                if (gradients.Length == 0)
                    return 0;

                var order = (float)norm_type;
                double[] norms = [.. gradients.Select(gradient => gradient.norm(order).to_type(float64).item<double>())];
                var norm = tensor(norms).norm(order).item<double>();

                // The small addend is PyTorch's. Not a number is no reason to leave gradients as they are: it has to be seen.
                var factor = max_norm / (norm + 1e-6);
                if (!(factor >= 1))
                {
                    foreach (var gradient in gradients)
                        gradient.mul_(factor);
                }

                return norm;
            }

            /// <summary>Brings each element of the gradients into an interval around zero, in place.</summary>
            /// <param name="tensors">The parameters; those without a gradient are passed over.</param>
            /// <param name="clip_value">The largest absolute value, not negative.</param>
            public static void clip_grad_value_(IEnumerable<Parameter> tensors, double clip_value)
            {
                ArgumentNullException.ThrowIfNull(tensors);
                RefuseNegative(clip_value, nameof(clip_value));
                using var _ = no_grad();
                using var scope = NewDisposeScope();
                foreach (var parameter in tensors)
                    parameter.grad?.clamp_(-clip_value, clip_value);
            }

            private static void RefuseNegative(double value, string name)
            {
                if (!(value >= 0))
                    throw new ArgumentOutOfRangeException(name, value, "A limit of gradients is not negative.");
            }
        }
    }
}
