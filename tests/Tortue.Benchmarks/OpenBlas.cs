using System.Runtime.InteropServices;

namespace Tortue.Benchmarks;

/// <summary>The library OpenBLAS where this machine has it, as a yardstick.</summary>
internal sealed unsafe class OpenBlas
{
    private const int RowMajor = 101;
    private const int NoTranspose = 111;

    private readonly delegate* unmanaged<int, int, int, int, int, int, float, float*, int, float*, int, float, float*, int, void> _sgemm;
    private readonly delegate* unmanaged<int, void> _setThreads;

    private OpenBlas(nint library)
    {
        _sgemm = (delegate* unmanaged<int, int, int, int, int, int, float, float*, int, float*, int, float, float*, int, void>)
            NativeLibrary.GetExport(library, "cblas_sgemm");
        _setThreads = (delegate* unmanaged<int, void>)NativeLibrary.GetExport(library, "openblas_set_num_threads");
        var corename = (delegate* unmanaged<byte*>)NativeLibrary.GetExport(library, "openblas_get_corename");
        Kernels = Marshal.PtrToStringUTF8((nint)corename()) ?? "unknown";
    }

    /// <summary>The processor whose kernels the library chose.</summary>
    public string Kernels { get; }

    /// <summary>Threads that a product may use.</summary>
    public int Threads
    {
        set => _setThreads(value);
    }

    /// <summary>The library, or null where it is not installed.</summary>
    public static OpenBlas? Find()
    {
        string[] names = ["libopenblas.so.0", "libopenblas.0.dylib", "libopenblas.dylib", "libopenblas.dll", "openblas.dll"];
        foreach (string name in names)
        {
            if (NativeLibrary.TryLoad(name, out nint library))
                return new OpenBlas(library);
        }

        return null;
    }

    /// <summary>C = A · B for square matrices in row order.</summary>
    public void Multiply(float[] a, float[] b, float[] c, int size)
    {
        fixed (float* pointerA = a, pointerB = b, pointerC = c)
        {
            _sgemm(
                RowMajor, NoTranspose, NoTranspose, size, size, size,
                1, pointerA, size, pointerB, size, 0, pointerC, size);
        }
    }
}
