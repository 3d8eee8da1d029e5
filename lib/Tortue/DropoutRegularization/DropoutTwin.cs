using TorchSharp;
using TorchSharp.Modules;
using Tortue.Experiments;
using Tortue.Models;
using static TorchSharp.torch;

namespace Tortue.DropoutRegularization;

/// <summary>Copies of a trained perceptron in either convention of dropout.</summary>
internal static class DropoutTwin
{
    /// <summary>A copy of a network that was trained with scaling at training.</summary>
    /// <param name="network">Layers that are linear, ReLU, flatten or <see cref="SeededDropout"/>.</param>
    /// <param name="masks">The seed of the copy's masks, which are the same in both conventions.</param>
    /// <param name="scaling">The copy's convention.</param>
    /// <param name="converted">Whether the weights behind each dropout are divided by 1 − p, as the other convention wants them, since it does
    /// not divide by it in training; biases stay.</param>
    public static Sequential Of(Sequential network, ulong masks, DropoutScaling scaling, bool converted) => SeededNetworks.Make(0, () =>
    {
        using var withoutGradients = no_grad();
        var copy = nn.Sequential();
        double kept = 1;
        foreach (var module in network.children())
        {
            copy.append(module switch
            {
                Linear linear => Copy(linear, converted ? kept : 1),
                SeededDropout dropout => new SeededDropout(dropout.Rate, masks++, scaling),
                ReLU => nn.ReLU(),
                Flatten => nn.Flatten(),
                _ => throw new ArgumentException(Text.Format(DropoutRegularizationText.NoTwin, module.GetName())),
            });
            kept = module switch
            {
                SeededDropout dropout => 1 - dropout.Rate,
                Linear => 1,
                _ => kept,
            };
        }

        return copy;
    });

    /// <summary>How far apart the outputs of the two conventions are.</summary>
    /// <param name="network">A trained network.</param>
    /// <param name="inputs">Examples.</param>
    /// <param name="masks">The seed of the masks.</param>
    public static DropoutConventions Compare(Sequential network, Tensor inputs, ulong masks)
    {
        using var scope = NewDisposeScope();
        using var withoutGradients = no_grad();
        var (atTraining, atTest, unconverted) = (
            Of(network, masks, DropoutScaling.AtTraining, converted: false),
            Of(network, masks, DropoutScaling.AtTest, converted: true),
            Of(network, masks, DropoutScaling.AtTest, converted: false));
        double Difference(Sequential other, bool training)
        {
            atTraining.train(training);
            other.train(training);
            return SignificantDigits.Round((atTraining.forward(inputs) - other.forward(inputs)).abs().max().ToDouble());
        }

        var (whole, thinned, wrong) = (Difference(atTest, false), Difference(atTest, true), Difference(unconverted, false));
        double largest = atTraining.forward(inputs).abs().max().ToDouble();
        return new(whole, thinned, wrong, SignificantDigits.Round(largest));
    }

    private static Linear Copy(Linear linear, double kept)
    {
        var copy = nn.Linear(linear.weight!.shape[1], linear.weight!.shape[0]);
        copy.weight!.copy_(linear.weight! / kept);
        copy.bias!.copy_(linear.bias!);
        return copy;
    }
}
