namespace Tortue.CriticalPeriods;

/// <summary>Whose labels the scores ∇ log p(y|x) are taken at.</summary>
public enum FisherLabels
{
    /// <summary>Drawn from the model itself, y ∼ p_w(y|x): the Fisher information.</summary>
    Model,

    /// <summary>Every class, weighted by p_w(y|x): the Fisher information without the noise of drawing labels. One gradient a class, so for
    /// small models.</summary>
    EveryClass,

    /// <summary>Those of the data set: the "empirical Fisher", which is another quantity. It falls with the training loss, and where the
    /// model is wrong it is larger than the Fisher information.</summary>
    DataSet,
}
