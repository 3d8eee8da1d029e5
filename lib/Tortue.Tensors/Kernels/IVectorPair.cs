namespace Tortue.Tensors.Kernels;

/// <summary>A function of two numbers, for vectors of float32 and float64.</summary>
internal interface IVectorPair
{
    static abstract TVector Invoke<TLanes, TVector, T>(TVector x, TVector y)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged;
}
