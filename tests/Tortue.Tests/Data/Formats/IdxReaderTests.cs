using FsCheck;
using FsCheck.Fluent;
using Tortue.Data.Formats;
using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tests.Data.Formats;

public sealed class IdxReaderTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Images_of_any_size_come_back_value_by_value_packed_or_not()
    {
        var sizes = Gen.Choose(1, 40);
        var images = sizes.SelectMany(count => sizes.SelectMany(height => sizes.Select(width => (count, height, width))));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(30), Prop.ForAll(images.ToArbitrary(), size =>
        {
            var pixels = TestFolder.Pixels(size.count * size.height * size.width);
            var file = TestFolder.Images(size.count, pixels, size.height, size.width);
            var plain = IdxReader.Images(_folder.Write("plain", file));
            var packed = IdxReader.Images(_folder.Write("packed.gz", TestFolder.Gzip(file)));
            var expected = tensor(pixels.Select(pixel => pixel / 255f).ToArray()).view(size.count, 1, size.height, size.width);
            return plain.Equals(expected) && packed.Equals(expected);
        }));
    }

    [Fact]
    public void A_file_of_more_than_one_buffer_is_read_whole()
    {
        var pixels = TestFolder.Pixels(300 * 28 * 28);
        var images = IdxReader.Images(_folder.Write("images", TestFolder.Images(300, pixels)));
        Assert.Equal(pixels, images.data<float>().ToArray().Select(value => (byte)MathF.Round(value * 255)));
        Assert.Equal(1, images.max().item<float>());
    }

    [Fact]
    public void Labels_come_back_as_whole_numbers()
    {
        var labels = IdxReader.Labels(_folder.Write("labels", TestFolder.Labels(7, 2, 1, 0, 9)), 10);
        Assert.Equal([7L, 2, 1, 0, 9], labels.data<long>().ToArray());
    }

    [Fact]
    public void Another_magic_number_is_refused()
    {
        var path = _folder.Write("images", TestFolder.Labels(1, 2, 3));
        Expect(() => IdxReader.Images(path), path, 0, "the magic number 00 00 08 03 (IDX, unsigned bytes, dimensions: 3)", "00 00 08 01");
    }

    [Fact]
    public void A_short_file_names_where_it_ends()
    {
        var path = _folder.Write("images", TestFolder.Images(10, TestFolder.Pixels(10 * 784))[..^100]);
        Expect(() => IdxReader.Images(path), path, 16, "7840 more bytes", "a file too short to hold them");

        // What a packed file holds is not known before.
        var packed = _folder.Write("images.gz", TestFolder.Gzip(TestFolder.Images(10, TestFolder.Pixels(10 * 784))[..^100]));
        Expect(() => IdxReader.Images(packed), packed, 16 + 7740, "100 more bytes", "the end of the file");

        var header = _folder.Write("header", [0, 0, 8, 3, 0, 0]);
        Expect(() => IdxReader.Images(header), header, 6, "2 more bytes", "the end of the file");
    }

    [Theory]
    [InlineData("images")]
    [InlineData("images.gz")]
    public void Bytes_after_the_last_example_are_refused(string name)
    {
        byte[] file = [.. TestFolder.Images(2, TestFolder.Pixels(2 * 784)), 0];
        var path = _folder.Write(name, name.EndsWith(".gz", StringComparison.Ordinal) ? TestFolder.Gzip(file) : file);
        Expect(() => IdxReader.Images(path), path, 1584, "the end of the file after 1584 bytes", "further bytes");
    }

    [Fact]
    public void Sizes_that_no_memory_could_hold_are_refused_before_any_is_taken()
    {
        var path = _folder.Write("images", TestFolder.Idx(0x803, [uint.MaxValue, uint.MaxValue, uint.MaxValue], [1]));
        Expect(() => IdxReader.Images(path), path, 4, "at most 536870897 values", "4294967295×4294967295×4294967295");

        var packed = _folder.Write("images.gz", TestFolder.Gzip(TestFolder.Idx(0x803, [500_000, 28, 28], [1])));
        Expect(() => IdxReader.Images(packed), packed, 16, "392000000 more bytes", "a file too short to hold them");

        var empty = _folder.Write("labels", TestFolder.Labels());
        Expect(() => IdxReader.Labels(empty, 10), empty, 4, "at least one example", "0");
    }

    [Fact]
    public void Images_of_another_size_are_refused_where_one_is_asked_for()
    {
        var path = _folder.Write("images", TestFolder.Images(1, TestFolder.Pixels(600), 20, 30));
        Expect(() => IdxReader.Images(path, 28, 28), path, 8, "images of 28×28", "images of 20×30");
    }

    [Fact]
    public void A_label_out_of_its_range_names_its_place()
    {
        var path = _folder.Write("labels.gz", TestFolder.Gzip(TestFolder.Labels(1, 9, 10, 0)));
        Expect(() => IdxReader.Labels(path, 10), path, 10, "a label from 0 to 9", "10");
    }

    [Fact]
    public void What_ends_in_gz_and_is_not_packed_is_refused()
    {
        var path = _folder.Write("images.gz", TestFolder.Images(1, TestFolder.Pixels(784)));
        Expect(() => IdxReader.Images(path), path, 0, "a gzip file (1F 8B)", "00 00 08 03");

        var page = _folder.Write("page.gz", "\n<!DOCTYPE html><html>"u8.ToArray());
        Expect(() => IdxReader.Images(page), page, 0, "a gzip file (1F 8B)", "an HTML page (0A 3C 21 44)");

        var nothing = _folder.Write("nothing.gz", []);
        Expect(() => IdxReader.Images(nothing), nothing, 0, "a gzip file (1F 8B)", "nothing");
    }

    [Fact]
    public void Compressed_data_cut_off_or_changed_anywhere_gives_the_right_examples_or_none()
    {
        var packed = TestFolder.Gzip(TestFolder.Images(4, TestFolder.Pixels(4 * 784)));
        var right = IdxReader.Images(_folder.Write("right.gz", packed));
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Gen.Choose(10, packed.Length - 1).ToArbitrary(), place =>
        {
            byte[] changed = [.. packed];
            changed[place] ^= 0x55;

            // Some bits only fill up a byte, and the last eight bytes are a checksum behind data that are whole.
            foreach (var path in new[] { _folder.Write("changed.gz", changed), _folder.Write("short.gz", packed[..place]) })
            {
                if (Record.Exception(() => Assert.True(IdxReader.Images(path).allclose(right, 0, 0))) is { } refusal)
                    Assert.IsType<DataFormatException>(refusal);
            }
        }));
    }

    [Fact]
    public void Compressed_data_cut_off_before_the_checksum_give_no_examples()
    {
        const int Checksum = 8;
        var packed = TestFolder.Gzip(TestFolder.Images(4, TestFolder.Pixels(4 * 784)));
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Gen.Choose(10, packed.Length - Checksum - 2).ToArbitrary(), place =>
            Assert.Throws<DataFormatException>(() => IdxReader.Images(_folder.Write("short.gz", packed[..place])))));
    }

    internal static void Expect(Func<object> read, string file, long offset, string expected, string found)
    {
        var exception = Assert.Throws<DataFormatException>(read);
        Assert.Equal($"{file}, byte {offset}: expected {expected}, found {found}.", exception.Message);
        Assert.Equal((file, offset, expected, found), (exception.File, exception.Offset, exception.Expected, exception.Found));
    }
}
