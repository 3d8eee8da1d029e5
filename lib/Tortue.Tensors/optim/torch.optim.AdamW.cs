using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>AdamW, with decoupled weight decay, for parameters that are treated alike.</summary>
        /// <param name="parameters">The parameters.</param>
        /// <param name="lr">The learning rate, not negative.</param>
        /// <param name="beta1">The decay rate of the running mean of the gradients, from 0 to below 1.</param>
        /// <param name="beta2">The decay rate of the running mean of their squares, from 0 to below 1.</param>
        /// <param name="eps">What is added to the root, not negative.</param>
        /// <param name="weight_decay">How much the parameters shrink in each step, as a share of the learning rate, not negative.</param>
        /// <param name="amsgrad">Whether to divide by the root of the largest running mean so far.</param>
        /// <param name="maximize">Whether to climb.</param>
        /// <returns>The optimiser.</returns>
        public static AdamW AdamW(
            IEnumerable<Parameter> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
            double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
            new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

        /// <inheritdoc cref="AdamW(IEnumerable{Parameter}, double, double, double, double, double, bool, bool)"/>
        public static AdamW AdamW(
            IEnumerable<(string name, Parameter parameter)> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999,
            double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
            new(parameters.Select(pair => pair.parameter), lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

        /// <summary>AdamW, with decoupled weight decay, for groups of parameters; what a group lacks is given here.</summary>
        /// <param name="parameters">The groups.</param>
        /// <param name="lr">The learning rate, not negative.</param>
        /// <param name="beta1">The decay rate of the running mean of the gradients, from 0 to below 1.</param>
        /// <param name="beta2">The decay rate of the running mean of their squares, from 0 to below 1.</param>
        /// <param name="eps">What is added to the root, not negative.</param>
        /// <param name="weight_decay">How much the parameters shrink in each step, as a share of the learning rate, not negative.</param>
        /// <param name="amsgrad">Whether to divide by the root of the largest running mean so far.</param>
        /// <param name="maximize">Whether to climb.</param>
        /// <returns>The optimiser.</returns>
        public static AdamW AdamW(
            IEnumerable<AdamW.ParamGroup> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
            double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
            new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);
    }
}
