using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Tortue.Tensors.Saving;

/// <summary>
/// Reads a pickle of one tensor, or of a module with one tensor. It knows those calls alone that rebuild tensors: nothing that a pickle
/// names is run.
/// </summary>
/// <param name="pickle">The bytes, in protocol 2.</param>
internal sealed class TensorUnpickler(byte[] pickle)
{
    private readonly Stack<object?> _stack = new();
    private readonly Dictionary<int, object?> _memory = [];
    private int _place;

    /// <summary>Runs the pickle.</summary>
    /// <returns>The tensor.</returns>
    /// <exception cref="InvalidDataException">It is no pickle of a tensor.</exception>
    public StoredTensor Read()
    {
        try
        {
            while (true)
            {
                var code = pickle[_place++];
                if (code == '.')
                    return TheTensor(_stack.Pop());
                Run(code);
            }
        }
        catch (Exception error) when (error is IndexOutOfRangeException or ArgumentOutOfRangeException or InvalidOperationException
            or InvalidCastException or KeyNotFoundException or OverflowException)
        {
            throw new InvalidDataException("its pickle makes no sense");
        }
    }

    private void Run(byte code)
    {
        switch (code)
        {
            case 0x80: _place++; break;
            case (byte)'c': _stack.Push(new Global(Line(), Line())); break;
            case (byte)'q': _memory[pickle[_place++]] = _stack.Peek(); break;
            case (byte)'r': _memory[(int)Integer(4)] = _stack.Peek(); break;
            case (byte)'h': _stack.Push(_memory[pickle[_place++]]); break;
            case (byte)'j': _stack.Push(_memory[(int)Integer(4)]); break;
            case (byte)'(': _stack.Push(Mark.Instance); break;
            case (byte)')': _stack.Push(Array.Empty<object?>()); break;
            case (byte)'}': _stack.Push(new Dictionary<string, object?>()); break;
            case (byte)'N': _stack.Push(null); break;
            case (byte)'K': _stack.Push((long)pickle[_place++]); break;
            case (byte)'M': _stack.Push(Integer(2)); break;
            case (byte)'J': _stack.Push((long)(int)Integer(4)); break;
            case 0x8a: _stack.Push((long)Big(pickle[_place++])); break;
            case 0x88: _stack.Push(true); break;
            case 0x89: _stack.Push(false); break;
            case (byte)'X': _stack.Push(Text((int)Integer(4))); break;
            case (byte)'t': _stack.Push(SinceMark()); break;
            case 0x85: _stack.Push(Last(1)); break;
            case 0x86: _stack.Push(Last(2)); break;
            case 0x87: _stack.Push(Last(3)); break;
            case (byte)'Q': _stack.Push(new Memory((object?[])_stack.Pop()!)); break;
            case 0x81: Last(2); _stack.Push(new Dictionary<string, object?>()); break;
            case (byte)'R': Call(); break;
            case (byte)'s': Put(Last(2)); break;
            case (byte)'u': Put(SinceMark()); break;
            case (byte)'b': Build(); break;
            default: throw new InvalidDataException($"its pickle holds more than a tensor (code {code})");
        }
    }

    private void Call()
    {
        var arguments = (object?[])_stack.Pop()!;
        var function = (Global)_stack.Pop()!;
        _stack.Push((function.Module, function.Name) switch
        {
            ("torch._utils", "_rebuild_tensor_v2") => Rebuilt(arguments),
            ("torch._utils", "_rebuild_parameter") => (StoredTensor)arguments[0]! with { RequiresGrad = (bool)arguments[1]! },
            ("collections", "OrderedDict") => new Dictionary<string, object?>(),
            _ => throw new InvalidDataException($"its pickle calls {function.Module}.{function.Name}, which makes no tensor"),
        });
    }

    private static StoredTensor Rebuilt(object?[] arguments)
    {
        var memory = ((Memory)arguments[0]!).Parts;
        var storage = ((Global)memory[1]!).Name;
        if (!StoredTensor.TryTypeOf(storage, out var type))
            throw new InvalidDataException($"its memory is a {storage}, which is not known");
        return new StoredTensor(
            type, (string)memory[2]!, (long)memory[4]!, (long)arguments[1]!, Longs(arguments[2]), Longs(arguments[3]), (bool)arguments[4]!);
    }

    private static long[] Longs(object? tuple) => [.. ((object?[])tuple!).Select(number => (long)number!)];

    private static StoredTensor TheTensor(object? root) => root switch
    {
        StoredTensor tensor => tensor,
        Dictionary<string, object?> parts when parts.Values.OfType<StoredTensor>().ToArray() is [var only] => only,
        _ => throw new InvalidDataException("its pickle holds something other than one tensor"),
    };

    private void Put(object?[] pairs)
    {
        var target = (Dictionary<string, object?>)_stack.Peek()!;
        for (var i = 0; i < pairs.Length; i += 2)
            target[(string)pairs[i]!] = pairs[i + 1];
    }

    private void Build()
    {
        var state = (Dictionary<string, object?>)_stack.Pop()!;
        var target = (Dictionary<string, object?>)_stack.Peek()!;
        foreach (var (name, value) in state)
            target[name] = value;
    }

    private object?[] SinceMark()
    {
        var items = new List<object?>();
        while (_stack.Pop() is var item && item is not Mark)
            items.Add(item);
        items.Reverse();
        return [.. items];
    }

    private object?[] Last(int count)
    {
        var items = new object?[count];
        for (var i = count - 1; i >= 0; i--)
            items[i] = _stack.Pop();
        return items;
    }

    private string Line()
    {
        var end = Array.IndexOf(pickle, (byte)'\n', _place);
        var line = Encoding.UTF8.GetString(pickle, _place, end - _place);
        _place = end + 1;
        return line;
    }

    private string Text(int length)
    {
        _place += length;
        return Encoding.UTF8.GetString(pickle, _place - length, length);
    }

    private long Integer(int bytes)
    {
        _place += bytes;
        var start = pickle.AsSpan(_place - bytes, bytes);
        return bytes == 2 ? BinaryPrimitives.ReadUInt16LittleEndian(start) : BinaryPrimitives.ReadUInt32LittleEndian(start);
    }

    private BigInteger Big(int bytes)
    {
        _place += bytes;
        return new BigInteger(pickle.AsSpan(_place - bytes, bytes));
    }

    private sealed record Global(string Module, string Name);

    private sealed record Memory(object?[] Parts);

    private sealed record Mark
    {
        public static readonly Mark Instance = new();
    }
}
