namespace Tortue.Initialization;

/// <summary>The hidden layers at one moment of training.</summary>
/// <param name="Step">Minibatches learnt so far.</param>
/// <param name="Layers">One for each hidden layer, from the first.</param>
public sealed record SaturationPoint(int Step, IReadOnlyList<LayerActivity> Layers);
