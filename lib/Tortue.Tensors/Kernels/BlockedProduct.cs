using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tortue.Tensors.Kernels;

/// <summary>
/// The matrix product, blocked for the caches: a block of B, cut into strips as wide as a tile, is copied once for all threads; each
/// thread copies blocks of A that stay in its second-level cache while the strips, one at a time in the first-level cache, pass over them.
/// </summary>
/// <remarks>Threads share out C's rows and columns, never the sums, so that their number does not change a bit of the result.</remarks>
internal sealed unsafe class BlockedProduct<TLanes, TVector, T>
    where TLanes : struct, ILanes<TVector, T>
    where TVector : struct
    where T : unmanaged, INumber<T>
{
    // A strip of B takes at most 48 KiB, which the first two cache levels feed easily. The same for every width, as sums are cut here.
    private const int Depth = 384;

    // Columns of B that are copied at a time: 2 MiB of float.
    private const int Breadth = 2048;

    // Rows of A a task: at most this many tiles, 240 KiB of float.
    private const int TilesPerBlock = 20;

    // Multiply-adds that are not worth waking another thread for (some 5 µs), and that a task should have at least.
    private const long WorthSharing = 1 << 19;
    private const long WorthATask = 1 << 18;

    [ThreadStatic]
    private static BlockedProduct<TLanes, TVector, T>? _ofThread;

    [ThreadStatic]
    private static AlignedBuffer? _blockOfA;

    private readonly AlignedBuffer _bufferOfB = new();
    private readonly Action<int, int> _packStrips;
    private readonly Action<int, int> _runTasks;

    private ProductTerms<T> _terms;
    private T* _strips;
    private int _column, _columns, _depth, _rowsPerTask, _columnGroups;
    private bool _accumulate;

    private BlockedProduct()
    {
        _packStrips = PackStrips;
        _runTasks = RunTasks;
    }

    private static int TileRows => TLanes.Registers >= 32 ? 12 : 6;

    private static int StripWidth => 2 * TLanes.Count;

    private int StripCount => (_columns + StripWidth - 1) / StripWidth;

    /// <summary>C = A · B or C + A · B; m, n and k are at least 1.</summary>
    public static void Run(in ProductTerms<T> terms) => (_ofThread ??= new()).Multiply(terms);

    private void Multiply(in ProductTerms<T> terms)
    {
        int slices = (terms.K + Depth - 1) / Depth;
        int depth = (terms.K + slices - 1) / slices;
        bool shared = (long)terms.M * terms.N * terms.K >= WorthSharing;
        for (int column = 0; column < terms.N; column += Breadth)
        {
            _column = column;
            _columns = Math.Min(Breadth, terms.N - column);
            _strips = _bufferOfB.Get<T>((nint)StripCount * StripWidth * depth);
            int tasks = PlanTasks(terms.M, depth, shared);
            for (int slice = 0; slice < terms.K; slice += depth)
            {
                _depth = Math.Min(depth, terms.K - slice);
                _accumulate = terms.Accumulate || slice > 0;
                _terms = terms;
                _terms.A += slice * terms.AColumn;
                _terms.B += slice * terms.BRow;
                if (shared)
                {
                    Workers.For(0, StripCount, Math.Max(1, 16384 / (StripWidth * _depth)), _packStrips);
                    Workers.For(0, tasks, 1, _runTasks);
                }
                else
                {
                    PackStrips(0, StripCount);
                    RunTasks(0, tasks);
                }
            }
        }
    }

    // Cuts C into enough tasks for the threads, but none too small; rows first, as a task copies its rows of A.
    private int PlanTasks(int m, int depth, bool shared)
    {
        int tiles = (m + TileRows - 1) / TileRows;
        if (!shared || Workers.Count == 1)
        {
            _columnGroups = 1;
            int blocks = (tiles + TilesPerBlock - 1) / TilesPerBlock;
            _rowsPerTask = (tiles + blocks - 1) / blocks * TileRows;
            return (m + _rowsPerTask - 1) / _rowsPerTask;
        }

        int wanted = (int)Math.Clamp((long)m * _columns * depth / WorthATask, 1, 6 * Workers.Count);
        int tilesPerTask = Math.Clamp((tiles + wanted - 1) / wanted, Math.Min(tiles, 4), TilesPerBlock);
        int rowBlocks = (tiles + tilesPerTask - 1) / tilesPerTask;
        _rowsPerTask = tilesPerTask * TileRows;
        _columnGroups = Math.Clamp(wanted / rowBlocks, 1, StripCount);
        return rowBlocks * _columnGroups;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void PackStrips(int from, int to)
    {
        for (int s = from; s < to; s++)
        {
            int column = s * StripWidth;
            int columns = Math.Min(StripWidth, _columns - column);
            Packing<T>.Strip(
                _terms.B + ((_column + column) * _terms.BColumn), _terms.BRow, _terms.BColumn, _depth, columns,
                _strips + ((nint)column * _depth), columns > TLanes.Count ? StripWidth : TLanes.Count);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void RunTasks(int from, int to)
    {
        T* margin = stackalloc T[TileRows * StripWidth];
        var buffer = _blockOfA ??= new();
        // Rows a cache line apart modulo 4 KiB, so that a tile's rows do not compete for the same places in the cache.
        int width = ((_depth + 15) & ~15) + 16;
        for (int task = from; task < to; task++)
        {
            int row = task / _columnGroups * _rowsPerTask;
            int rows = Math.Min(_rowsPerTask, _terms.M - row);
            int padded = (rows + 5) / 6 * 6;
            int group = task % _columnGroups;
            int firstStrip = (int)((long)StripCount * group / _columnGroups);
            int endStrip = (int)((long)StripCount * (group + 1) / _columnGroups);
            T* block = buffer.Get<T>((nint)padded * width);
            Packing<T>.Rows(_terms.A + (row * _terms.ARow), _terms.ARow, _terms.AColumn, rows, padded, _depth, block, width);
            for (int s = firstStrip; s < endStrip; s++)
                PassStrip(block, width, row, rows, s * StripWidth, margin);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void PassStrip(T* block, int blockWidth, int row, int rows, int column, T* margin)
    {
        int columns = Math.Min(StripWidth, _columns - column);
        T* strip = _strips + ((nint)column * _depth);
        T* c = _terms.C + (row * _terms.CRow) + _column + column;
        for (int r = 0; r < rows; r += TileRows, c += TileRows * _terms.CRow, block += (nint)TileRows * blockWidth)
        {
            int left = Math.Min(TileRows, rows - r);
            int tileRows = left > 6 ? 12 : 6;
            int tileColumns = columns > TLanes.Count ? StripWidth : TLanes.Count;
            if (left == tileRows && columns == tileColumns)
            {
                Compute(tileRows, tileColumns, block, blockWidth, strip, c, _terms.CRow, _accumulate);
            }
            else
            {
                Compute(tileRows, tileColumns, block, blockWidth, strip, margin, tileColumns, false);
                for (int i = 0; i < left; i++)
                    Move(margin + (i * tileColumns), c + (i * _terms.CRow), columns);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Compute(int rows, int columns, T* a, int aRow, T* b, T* c, nint cRow, bool accumulate)
    {
        if (columns == StripWidth)
        {
            if (rows == 12)
                Tile<TLanes, TVector, T>.TwelveByTwo(_depth, a, aRow, 1, b, StripWidth, c, cRow, accumulate);
            else
                Tile<TLanes, TVector, T>.SixByTwo(_depth, a, aRow, 1, b, StripWidth, c, cRow, accumulate);
        }
        else if (rows == 12)
        {
            Tile<TLanes, TVector, T>.TwelveByOne(_depth, a, aRow, 1, b, TLanes.Count, c, cRow, accumulate);
        }
        else
        {
            Tile<TLanes, TVector, T>.SixByOne(_depth, a, aRow, 1, b, TLanes.Count, c, cRow, accumulate);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Move(T* sums, T* c, int columns)
    {
        for (int j = 0; j < columns; j++)
            c[j] = _accumulate ? c[j] + sums[j] : sums[j];
    }
}
