using System.Runtime.InteropServices;

namespace Tortue.Tensors.Kernels;

/// <summary>Scratch memory outside the managed heap, aligned to a cache line, that grows and is kept for the next use.</summary>
internal sealed unsafe class AlignedBuffer
{
    private const int CacheLine = 64;

    private void* _memory;
    private nuint _bytes;

    ~AlignedBuffer() => NativeMemory.AlignedFree(_memory);

    /// <summary>
    /// Room for <paramref name="length"/> elements. What it held before is lost, and the pointer is good until the next call.
    /// </summary>
    public T* Get<T>(nint length)
        where T : unmanaged
    {
        nuint wanted = (nuint)length * (nuint)sizeof(T);
        if (wanted > _bytes)
        {
            NativeMemory.AlignedFree(_memory);
            _bytes = 0;
            _memory = null;
            _memory = NativeMemory.AlignedAlloc(wanted, CacheLine);
            _bytes = wanted;
        }

        return (T*)_memory;
    }
}
