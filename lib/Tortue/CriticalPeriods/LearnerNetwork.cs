namespace Tortue.CriticalPeriods;

/// <summary>The networks of this chapter.</summary>
public enum LearnerNetwork
{
    /// <summary>A small residual network, <see cref="Models.ResNet.Small"/>: what the course uses.</summary>
    Residual,

    /// <summary>Convolutions alone, <see cref="Models.AllConvolutional"/>: what the paper uses, narrower.</summary>
    AllConvolutional,
}
