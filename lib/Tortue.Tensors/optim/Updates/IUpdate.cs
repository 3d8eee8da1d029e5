using System.Numerics;

namespace Tortue.Tensors.Updates;

/// <summary>One optimiser's step for a few neighbouring elements; what does not depend on the element is in its fields.</summary>
/// <typeparam name="T">The element type, float or double.</typeparam>
internal interface IUpdate<T>
    where T : unmanaged, INumber<T>
{
    /// <summary>
    /// The new elements of the parameter. What is kept from step to step is changed; zeros stand for what the optimiser does not keep.
    /// </summary>
    /// <typeparam name="TVector">How many elements at once.</typeparam>
    TVector Next<TVector>(TVector parameter, TVector gradient, ref TVector first, ref TVector second, ref TVector third)
        where TVector : struct, IUpdateVector<TVector, T>;
}
