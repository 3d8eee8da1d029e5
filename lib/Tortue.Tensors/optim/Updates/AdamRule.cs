using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Tortue.Tensors.Updates;

/// <summary>What Adam and AdamW are told for a group of parameters.</summary>
internal readonly record struct AdamRule(
    double Rate, double Beta1, double Beta2, double Epsilon, double WeightDecay, bool Amsgrad, bool Maximize, bool Decoupled)
{
    /// <summary>Refuses numbers that make no sense.</summary>
    public static void Check(double? rate, double? beta1, double? beta2, double? epsilon, double? weightDecay)
    {
        OptionRange.NotNegative(rate, "learning rate");
        OptionRange.NotNegative(epsilon, "epsilon value");
        OptionRange.BelowOne(beta1, "beta1");
        OptionRange.BelowOne(beta2, "beta2");
        OptionRange.NotNegative(weightDecay, "weight_decay value");
    }

    /// <summary>Makes one step.</summary>
    /// <param name="parameter">What moves.</param>
    /// <param name="gradient">Its gradient.</param>
    /// <param name="step">The step's number, from one.</param>
    /// <param name="first">The running mean of the gradients.</param>
    /// <param name="second">The running mean of their squares.</param>
    /// <param name="largest">The largest of the latter, for AMSGrad.</param>
    public void Apply(Parameter parameter, Tensor gradient, long step, Tensor first, Tensor second, Tensor? largest)
    {
        if (parameter.dtype == ScalarType.Float32)
            UpdateLoop.Run<float, AdamUpdate<float>>(new(this, step), parameter, gradient, first, second, largest);
        else
            UpdateLoop.Run<double, AdamUpdate<double>>(new(this, step), parameter, gradient, first, second, largest);
    }
}
