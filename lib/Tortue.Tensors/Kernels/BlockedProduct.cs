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
    where T : unmanaged
{
    // A strip of B takes at most 64 KiB, which the first two cache levels feed easily. The same for every width, as sums are cut here.
    private const int Depth = 512;

    // Columns of B that are copied at a time: 4 MiB of float.
    private const int Breadth = 2048;

    // Tiles, one below the other, in a task: at least enough to make copying A worthwhile, at most 410 KiB of float.
    private const int FewestTilesABlock = 4;
    private const int MostTilesABlock = 16;

    // Multiply-adds from which on copying A pays, and that a task should have at least: waking another thread takes a microsecond or two.
    private const long WorthBlocking = 1 << 19;
    private const long WorthATask = 1 << 18;
    private const int TasksPerThread = 32;

    // Elements of B that are worth sharing the copying, and that a thread should copy at least.
    private const int WorthSharingCopies = 1 << 15;
    private const int WorthACopy = 1 << 14;

    [ThreadStatic]
    private static BlockedProduct<TLanes, TVector, T>? _ofThread;

    [ThreadStatic]
    private static AlignedBuffer? _blockOfA;

    private readonly AlignedBuffer _bufferOfB = new();
    private readonly Action<int, int> _packStrips;
    private readonly Action<int, int> _runTasks;

    private ProductTerms<T> _terms;
    private T* _strips;
    private int _column, _columns, _depth, _tiles, _rowBlocks, _columnGroups;
    private bool _accumulate;

    private BlockedProduct()
    {
        _packStrips = PackStrips;
        _runTasks = RunTasks;
    }

    private static int TileRows => TileGrid<TLanes, TVector, T>.Rows;

    private static int TileColumns => TileGrid<TLanes, TVector, T>.Columns;

    // A tile's rows then lie close together and can be read where they are.
    private bool RowsOfAAreNeighbours => _terms.AColumn == 1 && _terms.ARow <= _depth + (_depth / 4);

    private int StripCount => (_columns + TileColumns - 1) / TileColumns;

    /// <summary>C = A · B or C + A · B; m, n and k are at least 1.</summary>
    public static void Run(in ProductTerms<T> terms)
    {
        if (terms.K <= Depth && (long)terms.M * terms.N * terms.K < WorthBlocking)
            SmallProduct<TLanes, TVector, T>.Run(terms);
        else
            (_ofThread ??= new()).Multiply(terms);
    }

    private void Multiply(in ProductTerms<T> terms)
    {
        int slices = (terms.K + Depth - 1) / Depth;
        int depth = (terms.K + slices - 1) / slices;
        for (int column = 0; column < terms.N; column += Breadth)
        {
            _column = column;
            _columns = Math.Min(Breadth, terms.N - column);
            _strips = _bufferOfB.Get<T>((nint)StripCount * TileColumns * depth);
            int tasks = PlanTasks(terms.M, depth);
            for (int slice = 0; slice < terms.K; slice += depth)
            {
                _depth = Math.Min(depth, terms.K - slice);
                _accumulate = terms.Accumulate || slice > 0;
                _terms = terms;
                _terms.A += slice * terms.AColumn;
                _terms.B += slice * terms.BRow;
                if ((long)_columns * _depth < WorthSharingCopies)
                    PackStrips(0, StripCount);
                else
                    Workers.For(0, StripCount, Math.Max(1, WorthACopy / (TileColumns * _depth)), _packStrips);
                Workers.For(0, tasks, 1, _runTasks);
            }
        }
    }

    // Cuts C into enough tasks for the threads, but none too small; rows first, as a task copies its rows of A.
    private int PlanTasks(int m, int depth)
    {
        _tiles = (m + TileRows - 1) / TileRows;
        int leastBlocks = (_tiles + MostTilesABlock - 1) / MostTilesABlock;
        int wanted = Workers.Count == 1 ? 1 : (int)Math.Clamp((long)m * _columns * depth / WorthATask, 1, TasksPerThread * Workers.Count);
        _rowBlocks = Math.Clamp((_tiles + FewestTilesABlock - 1) / FewestTilesABlock, leastBlocks, Math.Max(leastBlocks, wanted));
        _columnGroups = Math.Clamp(wanted / _rowBlocks, 1, StripCount);
        return _rowBlocks * _columnGroups;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void PackStrips(int from, int to)
    {
        for (int s = from; s < to; s++)
        {
            int column = s * TileColumns;
            int columns = Math.Min(TileColumns, _columns - column);
            Packing<TLanes, TVector, T>.Strip(
                _terms.B + ((_column + column) * _terms.BColumn), _terms.BRow, _terms.BColumn, _depth, columns,
                _strips + ((nint)column * _depth), TileGrid<TLanes, TVector, T>.ColumnsFor(columns));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void RunTasks(int from, int to)
    {
        var buffer = _blockOfA ??= new();
        // Rows a cache line apart modulo 4 KiB, so that a tile's rows do not compete for the same places in the cache.
        int width = ((_depth + 15) & ~15) + 16;
        for (int task = from; task < to; task++)
        {
            (int firstTile, int endTile) = Share(_tiles, _rowBlocks, task / _columnGroups);
            (int firstStrip, int endStrip) = Share(StripCount, _columnGroups, task % _columnGroups);
            int row = firstTile * TileRows;
            int rows = Math.Min(endTile * TileRows, _terms.M) - row;
            int inPlace = RowsOfAAreNeighbours ? rows - (rows % TileRows) : 0;
            T* a = _terms.A + (row * _terms.ARow);
            T* copy = buffer.Get<T>((nint)TileGrid<TLanes, TVector, T>.PaddedRows(rows - inPlace) * width);
            CopyRows(a + (inPlace * _terms.ARow), rows - inPlace, copy, width);
            for (int s = firstStrip; s < endStrip; s++)
            {
                int column = s * TileColumns;
                int columns = Math.Min(TileColumns, _columns - column);
                int step = TileGrid<TLanes, TVector, T>.ColumnsFor(columns);
                T* strip = _strips + ((nint)column * _depth);
                T* c = _terms.C + (row * _terms.CRow) + _column + column;
                TileGrid<TLanes, TVector, T>.Column(
                    inPlace, columns, _depth, a, _terms.ARow, 1, strip, step, c, _terms.CRow, _accumulate);
                TileGrid<TLanes, TVector, T>.Column(
                    rows - inPlace, columns, _depth, copy, width, 1, strip, step, c + (inPlace * _terms.CRow), _terms.CRow, _accumulate);
            }
        }
    }

    private void CopyRows(T* source, int rows, T* destination, int width) =>
        Packing<TLanes, TVector, T>.Rows(
            source, _terms.ARow, _terms.AColumn, rows, TileGrid<TLanes, TVector, T>.PaddedRows(rows), _depth, destination, width);

    private static (int From, int To) Share(int total, int parts, int part) =>
        ((int)((long)total * part / parts), (int)((long)total * (part + 1) / parts));
}
