namespace Tortue.Models;

/// <summary>Where dropout makes up for the units that are missing: the expected input of the next layer is the same in training and at test
/// either way. p is the probability of being dropped.</summary>
public enum DropoutScaling
{
    /// <summary>"Inverted" dropout, as frameworks have it: while training, kept units are divided by 1 − p; at test nothing is done.</summary>
    AtTraining,

    /// <summary>As in the paper: while training, units are dropped and no more; at test all are multiplied by 1 − p. N. Srivastava et al.,
    /// "Dropout: a simple way to prevent neural networks from overfitting", JMLR 2014, section 4.</summary>
    AtTest,
}
