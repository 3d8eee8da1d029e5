using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Stochastic gradient descent of parameters that are treated alike.</summary>
        /// <param name="parameters">The parameters.</param>
        /// <param name="learningRate">The learning rate, not negative.</param>
        /// <param name="momentum">How much of the former step goes into the next, not negative.</param>
        /// <param name="dampening">How much less of the gradient goes into the momentum.</param>
        /// <param name="weight_decay">The factor of the parameters that is added to their gradients, not negative.</param>
        /// <param name="nesterov">Whether to look one step ahead, which needs a momentum and no dampening.</param>
        /// <param name="maximize">Whether to climb.</param>
        /// <returns>The optimiser.</returns>
        public static SGD SGD(
            IEnumerable<Parameter> parameters, double learningRate, double momentum = 0, double dampening = 0, double weight_decay = 0,
            bool nesterov = false, bool maximize = false) =>
            new(parameters, learningRate, momentum, dampening, weight_decay, nesterov, maximize);

        /// <inheritdoc cref="SGD(IEnumerable{Parameter}, double, double, double, double, bool, bool)"/>
        public static SGD SGD(
            IEnumerable<(string name, Parameter parameter)> parameters, double learningRate, double momentum = 0, double dampening = 0,
            double weight_decay = 0, bool nesterov = false, bool maximize = false) =>
            new(parameters.Select(pair => pair.parameter), learningRate, momentum, dampening, weight_decay, nesterov, maximize);

        /// <summary>Stochastic gradient descent of groups of parameters; options that a group lacks are those given here.</summary>
        /// <param name="parameters">The groups.</param>
        /// <param name="learningRate">The learning rate, not negative.</param>
        /// <param name="momentum">How much of the former step goes into the next, not negative.</param>
        /// <param name="dampening">How much less of the gradient goes into the momentum.</param>
        /// <param name="weight_decay">The factor of the parameters that is added to their gradients, not negative.</param>
        /// <param name="nesterov">Whether to look one step ahead, which needs a momentum and no dampening.</param>
        /// <param name="maximize">Whether to climb.</param>
        /// <returns>The optimiser.</returns>
        public static SGD SGD(
            IEnumerable<SGD.ParamGroup> parameters, double learningRate, double momentum = 0, double dampening = 0, double weight_decay = 0,
            bool nesterov = false, bool maximize = false) =>
            new(parameters, learningRate, momentum, dampening, weight_decay, nesterov, maximize);
    }
}
