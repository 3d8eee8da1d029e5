namespace Tortue.Tensors.Kernels;

/// <summary>A function of one number, for float32 vectors.</summary>
internal interface ILaneFunction
{
    static abstract TVector Invoke<TLanes, TVector>(TVector x)
        where TLanes : struct, ILanes<TVector, float>
        where TVector : struct;
}

/// <summary>A function of two numbers, for float32 vectors.</summary>
internal interface ILanePairFunction
{
    static abstract TVector Invoke<TLanes, TVector>(TVector x, TVector y)
        where TLanes : struct, ILanes<TVector, float>
        where TVector : struct;
}

/// <summary>A function of one float64 number.</summary>
internal interface IDoubleFunction
{
    static abstract double Invoke(double x);
}

/// <summary>A function of two float64 numbers.</summary>
internal interface IDoublePairFunction
{
    static abstract double Invoke(double x, double y);
}
