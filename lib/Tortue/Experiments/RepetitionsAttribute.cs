namespace Tortue.Experiments;

/// <summary>
/// Marks the setting that says how often a measurement is repeated with other random numbers: trainings, networks, draws. It is what
/// <c>tortue experiment run --seeds</c> sets. An experiment that measures once has no such setting.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RepetitionsAttribute : Attribute;
