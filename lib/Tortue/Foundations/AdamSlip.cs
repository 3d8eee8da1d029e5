namespace Tortue.Foundations;

/// <summary>Ways to get Adam wrong.</summary>
internal enum AdamSlip
{
    /// <summary>The corrected moments are put back into the recursion, as one slide of the course has it.</summary>
    FedBack,

    /// <summary>The moments' start at 0 is not corrected.</summary>
    Uncorrected,

    /// <summary>Steps are counted from 0, so that the first correction divides by 1 − β⁰ = 0.</summary>
    FromZero,

    /// <summary>The step is divided by the second moment and not by its root.</summary>
    NoRoot,
}
