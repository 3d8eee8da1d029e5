using Tortue.Data;

namespace Tortue.DropoutRegularization;

/// <summary>Images to learn from, to choose a learning rate by, and to test with.</summary>
/// <param name="Training">Images to learn from.</param>
/// <param name="Validation">Images to choose by; null where there is nothing to choose.</param>
/// <param name="Test">Images to test with.</param>
internal sealed record SizedImages(LabelledData Training, LabelledData? Validation, LabelledData Test)
{
    /// <summary>Makes or reads them.</summary>
    /// <param name="source">Where they come from.</param>
    /// <param name="training">How many to learn from.</param>
    /// <param name="validation">How many to choose by; 0 for none.</param>
    /// <param name="test">How many to test with.</param>
    /// <param name="seed">The seed of which images are in which part.</param>
    /// <exception cref="ArgumentException">A real set has fewer.</exception>
    /// <exception cref="DataNotFoundException">A real set is asked for and not there.</exception>
    public static SizedImages Make(ImageSource source, int training, int validation, int test, ulong seed)
    {
        var (learnt, tested) = ImageSets.Make(source, training + validation, test, seed);
        if (learnt.Count < training + validation)
        {
            throw new ArgumentException(
                Text.Format(DropoutRegularizationText.TooFewImages, training + validation, learnt.Name, learnt.Count));
        }

        if (validation == 0)
            return new(learnt, null, tested);
        var (first, second) = learnt.Split(validation, seed);
        return new(first, second, tested);
    }
}
