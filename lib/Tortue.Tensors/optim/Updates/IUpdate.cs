using System.Numerics;

namespace Tortue.Tensors.Updates;

/// <summary>One optimiser's step for a few neighbouring elements; what does not depend on the element is in its fields.</summary>
/// <typeparam name="T">The element type, float or double.</typeparam>
internal interface IUpdate<T>
    where T : unmanaged
{
    /// <summary>
    /// The new elements of the parameter. What is kept from step to step is changed; zeros stand for what the optimiser does not keep.
    /// </summary>
    Vector<T> Next(Vector<T> parameter, Vector<T> gradient, ref Vector<T> first, ref Vector<T> second, ref Vector<T> third);
}
