using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>RMSprop for parameters that are treated alike.</summary>
        /// <param name="parameters">The parameters.</param>
        /// <param name="lr">The learning rate, not negative.</param>
        /// <param name="alpha">The decay rate of the running means, not negative.</param>
        /// <param name="eps">What is added to the root, not negative.</param>
        /// <param name="weight_decay">The factor of the parameters that is added to their gradients, not negative.</param>
        /// <param name="momentum">How much of the former step goes into the next, not negative.</param>
        /// <param name="centered">Whether to divide by the standard deviation of the gradients.</param>
        /// <param name="maximize">Whether to climb.</param>
        /// <returns>The optimiser.</returns>
        public static RMSProp RMSProp(
            IEnumerable<Parameter> parameters, double lr = 0.01, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0,
            double momentum = 0, bool centered = false, bool maximize = false) =>
            new(parameters, lr, alpha, eps, weight_decay, momentum, centered, maximize);

        /// <inheritdoc cref="RMSProp(IEnumerable{Parameter}, double, double, double, double, double, bool, bool)"/>
        public static RMSProp RMSProp(
            IEnumerable<(string name, Parameter parameter)> parameters, double lr = 0.01, double alpha = 0.99, double eps = 1e-8,
            double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false) =>
            new(parameters.Select(pair => pair.parameter), lr, alpha, eps, weight_decay, momentum, centered, maximize);

        /// <summary>RMSprop for groups of parameters; options that a group lacks are those given here.</summary>
        /// <param name="parameters">The groups.</param>
        /// <param name="lr">The learning rate, not negative.</param>
        /// <param name="alpha">The decay rate of the running means, not negative.</param>
        /// <param name="eps">What is added to the root, not negative.</param>
        /// <param name="weight_decay">The factor of the parameters that is added to their gradients, not negative.</param>
        /// <param name="momentum">How much of the former step goes into the next, not negative.</param>
        /// <param name="centered">Whether to divide by the standard deviation of the gradients.</param>
        /// <param name="maximize">Whether to climb.</param>
        /// <returns>The optimiser.</returns>
        public static RMSProp RMSProp(
            IEnumerable<RMSProp.ParamGroup> parameters, double lr = 0.01, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0,
            double momentum = 0, bool centered = false, bool maximize = false) =>
            new(parameters, lr, alpha, eps, weight_decay, momentum, centered, maximize);
    }
}
