namespace Tortue.Tensors.Kernels;

/// <summary>A function of one number, for vectors of float32 and float64.</summary>
internal interface IVectorFunction
{
    static abstract TVector Invoke<TLanes, TVector, T>(TVector x)
        where TLanes : struct, ILanes<TVector, T>
        where TVector : struct
        where T : unmanaged;
}
