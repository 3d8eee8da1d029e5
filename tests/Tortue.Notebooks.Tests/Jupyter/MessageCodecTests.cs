using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Tortue.Notebooks.Jupyter.Messages;
using Xunit;

namespace Tortue.Notebooks.Tests.Jupyter;

/// <summary>Messages as frames, signed and read back.</summary>
public sealed class MessageCodecTests
{
    private const string Key = "a key";
    private static readonly MessageCodec Signed = new(Key);
    private static readonly MessageCodec Keyless = new("");

    public static TheoryData<string, string, string> BrokenJson => new()
    {
        { "{", "{}", "its header is not a JSON object" },
        { "[]", "{}", "its header is not a JSON object" },
        { "", "{}", "its header is not a JSON object" },
        { "{}", "{}", "its header has no msg_type" },
        { """{"msg_type":3}""", "{}", "its header has no msg_type" },
        { """{"msg_type":"x"}""", "\"text\"", "its content is not a JSON object" },
        { """{"msg_type":"x"}""", "{}{}", "its content is not a JSON object" },
        { """{"msg_type":"x"}""", """{"a":1,}""", "its content is not a JSON object" },
    };

    [Fact]
    public void WhatIsWrittenIsReadBack() => Prop.ForAll<string, string, int>((type, text, number) =>
    {
        var content = new JsonObject { ["text"] = Whole(text), ["number"] = number, ["turtle"] = "🐢 \"\\ud83d\"" };
        var frames = Write(Signed, Whole(type), content);
        var read = Signed.Read(frames);
        return read.Type == Whole(type) && read.Header.SequenceEqual(frames[2]) && read.Text("text") == Whole(text)
            && read.Number("number", number + 1) == number && read.Text("turtle") == "🐢 \"\\ud83d\"";
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void TheSignatureIsTheHmacOfTheFourFramesBehindIt()
    {
        var frames = Write(Signed, "execute_reply", new() { ["text"] = "ä🐢" });
        var signed = frames.Skip(2).SelectMany(frame => frame).ToArray();

        Assert.Equal(6, frames.Length);
        Assert.Equal("<IDS|MSG>", Encoding.ASCII.GetString(frames[0]));
        var expected = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Key), signed));
        Assert.Equal(expected, Encoding.ASCII.GetString(frames[1]));
    }

    [Fact]
    public void AnyFlippedBitIsRefused() => Prop.ForAll<uint, string>((place, text) =>
    {
        var frames = Write(Signed, "execute_request", new() { ["code"] = Whole(text) });
        var bit = (int)(place % (uint)(frames.Skip(1).Sum(frame => frame.Length) * 8));
        var frame = 1;
        for (; bit >= frames[frame].Length * 8; frame++)
            bit -= frames[frame].Length * 8;
        frames[frame][bit / 8] ^= (byte)(1 << (bit % 8));
        return Refusal(Signed, frames) == "its signature is wrong";
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void EveryBitOfTheSignatureCounts()
    {
        var frames = Write(Signed, "execute_request", new() { ["code"] = "1" });
        for (var bit = 0; bit < frames[1].Length * 8; bit++)
        {
            frames[1][bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Equal("its signature is wrong", Refusal(Signed, frames));
            frames[1][bit / 8] ^= (byte)(1 << (bit % 8));
        }

        Assert.Equal("1", Signed.Read(frames).Text("code"));
    }

    [Fact]
    public void AKeyIsNeededWhereThereIsOne()
    {
        Assert.Equal("its signature is wrong", Refusal(Signed, Write(Keyless, "x", [])));
        Assert.Equal("its signature is wrong", Refusal(Signed, Write(new MessageCodec("another key"), "x", [])));
    }

    [Fact]
    public void WithoutAKeyNothingIsSigned()
    {
        var frames = Write(Keyless, "x", new() { ["code"] = "1" });

        Assert.Empty(frames[1]);
        Assert.Equal("1", Keyless.Read(frames).Text("code"));
    }

    [Fact]
    public void WhatStandsBeforeAndBehindIsNotRead()
    {
        var frames = Write(Signed, "x", new() { ["code"] = "1" });

        Assert.Equal("1", Signed.Read([[1, 2, 3], [], .. frames, [4, 5], []]).Text("code"));
    }

    [Fact]
    public void MissingFramesAreNoticed()
    {
        var frames = Write(Signed, "x", []);
        for (var count = 0; count < frames.Length; count++)
            Assert.Equal("it has not the frames of a Jupyter message", Refusal(Signed, frames[..count]));
        Assert.Equal("it has not the frames of a Jupyter message", Refusal(Signed, frames[1..]));
    }

    [Theory]
    [MemberData(nameof(BrokenJson))]
    public void WhatIsNotJsonIsSaid(string header, string content, string expected) =>
        Assert.Equal(expected, Refusal(Keyless, Frames(Encoding.UTF8.GetBytes(header), Encoding.UTF8.GetBytes(content))));

    [Fact]
    public void WhatIsNotUnicodeIsNotJson()
    {
        Assert.Equal(
            "its header is not a JSON object",
            Refusal(Keyless, Frames([.. "{\"msg_type\":\""u8, 0xFF, .. "\"}"u8], "{}"u8.ToArray())));
        Assert.Equal(
            "its content is not a JSON object",
            Refusal(Keyless, Frames("""{"msg_type":"x"}"""u8.ToArray(), [.. "{\"code\":\""u8, 0xC3, .. "\"}"u8])));
    }

    [Theory]
    [InlineData("""\ud83d""", "\ufffd")]
    [InlineData("""a\uDC22b""", "a\ufffdb")]
    [InlineData("""\ud83d\ud83d\udc22""", "\ufffd🐢")]
    [InlineData("""\ud83d\udc22\udc22""", "🐢\ufffd")]
    [InlineData("""\\ud83d""", "\\ud83d")]
    [InlineData("""\\\ud83d""", "\\\ufffd")]
    public void HalvesOfCharactersAreReplaced(string escaped, string expected)
    {
        var content = Encoding.UTF8.GetBytes($$"""{"code":"{{escaped}}"}""");

        Assert.Equal(expected, Keyless.Read(Frames("""{"msg_type":"x"}"""u8.ToArray(), content)).Text("code"));
    }

    [Fact]
    public void DeepJsonIsRefused()
    {
        Assert.Equal("its content is not a JSON object", Refusal(Keyless, Deep(100_000)));
        Assert.Equal("its content is not a JSON object", Refusal(Keyless, Deep(256)));
        Assert.Equal("x", Keyless.Read(Deep(255)).Type);

        static byte[][] Deep(int depth) => Frames(
            """{"msg_type":"x"}"""u8.ToArray(),
            Encoding.ASCII.GetBytes($$"""{"a":{{new string('[', depth)}}{{new string(']', depth)}}}"""));
    }

    [Fact]
    public void AnythingElseIsRefusedToo() => Prop.ForAll<byte[][]>(frames =>
        Refusal(Keyless, [.. (frames ?? []).Select(frame => frame ?? [])]) is not null
        && Refusal(Keyless, ["<IDS|MSG>"u8.ToArray(), .. (frames ?? []).Select(frame => frame ?? [])]) is not null).QuickCheckThrowOnFailure();

    // FsCheck makes texts with halves of characters, which no message carries.
    private static string Whole(string? text) => string.Concat((text ?? "").Where(c => !char.IsSurrogate(c)));

    private static byte[][] Frames(byte[] header, byte[] content) =>
        ["<IDS|MSG>"u8.ToArray(), [], header, "{}"u8.ToArray(), "{}"u8.ToArray(), content];

    private static byte[][] Write(MessageCodec codec, string type, JsonObject content) =>
        [.. codec.Write(null, type, Request.NoHeader, content).Select(frame => frame.ToArray())];

    private static string? Refusal(MessageCodec codec, byte[][] frames)
    {
        try
        {
            codec.Read(frames);
            return null;
        }
        catch (MessageException refusal)
        {
            return refusal.Message;
        }
    }
}
