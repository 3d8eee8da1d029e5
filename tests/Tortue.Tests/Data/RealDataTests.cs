using Tortue.Data;
using Tortue.Data.Formats;
using Tortue.Tests.Data.Formats;
using Xunit;

namespace Tortue.Tests.Data;

public sealed class RealDataTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("mnist")]
    public void A_set_is_found_in_the_folder_and_in_the_subfolder_of_its_name(string subfolder)
    {
        WriteMnist(subfolder, "train", 3, packed: true);
        WriteMnist(subfolder, "t10k", 2, packed: false);

        var (training, test) = RealData.Load("MNIST", _folder.Root);

        Assert.Equal("MNIST, training part: 3 examples of 1×28×28, 10 classes", training.ToString());
        Assert.Equal("MNIST, test part: 2 examples of 1×28×28, 10 classes", test.ToString());
        Assert.Equal([0L, 1], test.Labels.data<long>().ToArray());
        Assert.NotNull(RealData.TryFind("mnist", _folder.Root));
    }

    [Fact]
    public void The_test_part_can_be_used_alone()
    {
        WriteMnist("", "t10k", 2, packed: true);

        Assert.Equal(2, RealData.Part("mnist", DataPart.Test, _folder.Root).Count);
        Assert.Equal(2, RealData.TryFind("mnist", DataPart.Test, _folder.Root)!.Count);
        Assert.Null(RealData.TryFind("mnist", DataPart.Training, _folder.Root));
        Assert.Null(RealData.TryFind("mnist", _folder.Root));
        var exception = Assert.Throws<DataNotFoundException>(() => RealData.Load("mnist", _folder.Root));
        Assert.Equal(
            $"MNIST, training part, is not in {_folder.Root}: get it with 'tortue data get mnist', "
                + "or name the folder that holds it, here or in TORTUE_DATA.",
            exception.Message);
    }

    [Fact]
    public void A_name_that_is_none_is_answered_with_the_names_that_there_are()
    {
        var exception = Assert.Throws<ArgumentException>(() => RealData.Load("minst", _folder.Root));
        Assert.Equal("There is no set 'minst': choose one of mnist, fashion-mnist, cifar10, cifar100.", exception.Message);
    }

    [Fact]
    public void Counts_that_disagree_are_refused()
    {
        var images = _folder.Write("t10k-images-idx3-ubyte", TestFolder.Images(2, TestFolder.Pixels(2 * 784)));
        var labels = _folder.Write("t10k-labels-idx1-ubyte", TestFolder.Labels(1, 2, 3));
        IdxReaderTests.Expect(
            () => RealData.Part("mnist", DataPart.Test, _folder.Root), labels, 4, $"2 labels, as {images} has images", "3");
    }

    [Fact]
    public void Files_of_the_other_set_with_the_same_names_are_not_taken_for_ones_own()
    {
        WriteMnist("", "t10k", 2, packed: true);
        var file = _folder.PathOf("t10k-labels-idx1-ubyte.gz");
        using (var stream = File.OpenWrite(file))
            stream.SetLength(DataCatalogue.Mnist.Files[3].Size);

        Assert.True(RealData.IsThere("mnist", DataPart.Test, _folder.Root));
        Assert.False(RealData.IsThere("fashion-mnist", DataPart.Test, _folder.Root));
    }

    [Fact]
    public void Files_of_ten_colour_classes_are_read_from_an_archive_and_from_a_folder()
    {
        byte[] first = TestFolder.Records([3], [9]), second = TestFolder.Records([0]), test = TestFolder.Records([1], [2]);
        var archive = _folder.Write("cifar-10-binary.tar.gz", TestFolder.TarGz(
            ("cifar-10-batches-bin/batches.meta.txt", TestFolder.Names(10)),
            ("cifar-10-batches-bin/data_batch_2.bin", second),
            ("cifar-10-batches-bin/data_batch_1.bin", first),
            ("cifar-10-batches-bin/readme.html", [60]),
            ("cifar-10-batches-bin/test_batch.bin", test)));
        _folder.Write("unpacked/cifar-10-batches-bin/batches.meta.txt", TestFolder.Names(10));
        _folder.Write("unpacked/cifar-10-batches-bin/data_batch_1.bin", first);
        _folder.Write("unpacked/cifar-10-batches-bin/data_batch_2.bin", second);
        _folder.Write("unpacked/cifar-10-batches-bin/test_batch.bin", test);

        string[] places = [_folder.Root, archive, _folder.PathOf("unpacked"), _folder.PathOf("unpacked/cifar-10-batches-bin")];
        foreach (var place in places)
        {
            var sets = RealData.Load("cifar10", place);
            Assert.Equal([3L, 3, 32, 32], sets.Training.Inputs.shape);
            Assert.Equal([3L, 9, 0], sets.Training.Labels.data<long>().ToArray());
            Assert.Equal([0, 1 / 255f, 0], sets.Training.Inputs.amax([1, 2, 3]).data<float>().ToArray());
            Assert.Equal([1L, 2], sets.Test.Labels.data<long>().ToArray());
            Assert.Equal("class 9", sets.Test.Classes[9]);
        }
    }

    [Fact]
    public void Of_the_two_labels_of_a_hundred_classes_the_fine_one_counts()
    {
        var archive = _folder.Write("cifar-100-binary.tar.gz", TestFolder.TarGz(
            ("cifar-100-binary/fine_label_names.txt", TestFolder.Names(100)),
            ("cifar-100-binary/train.bin", TestFolder.Records([19, 99], [0, 42])),
            ("cifar-100-binary/test.bin", TestFolder.Records([1, 7]))));

        var (training, test) = RealData.Load("cifar100", _folder.Root);

        Assert.Equal([99L, 42], training.Labels.data<long>().ToArray());
        Assert.Equal([7L], test.Labels.data<long>().ToArray());
        Assert.Equal(100, training.Classes.Count);
        Assert.True(File.Exists(archive));
    }

    [Fact]
    public void A_planes_order_is_red_green_blue_and_rows_come_one_after_the_other()
    {
        var record = new byte[3073];
        record[1 + 1024 + 2 * 32 + 5] = 255;      // green, row 2, column 5
        WriteCifar(record);
        var image = RealData.Part("cifar10", DataPart.Test, _folder.Root).Inputs;
        Assert.Equal(1, image[0, 1, 2, 5].item<float>());
        Assert.Equal(1, image.sum().item<float>());
    }

    [Fact]
    public void A_record_cut_off_a_label_out_of_range_and_a_file_that_is_missing_are_named()
    {
        var archive = WriteCifar(TestFolder.Records([1], [2])[..^1]);
        Expect(3073, "a whole number of records of 3073 bytes, at least one", "6145 bytes", "test_batch.bin");
        WriteCifar([]);
        Expect(0, "a whole number of records of 3073 bytes, at least one", "0 bytes", "test_batch.bin");
        WriteCifar(TestFolder.Records([1], [10]));
        Expect(3073, "a label from 0 to 9", "10", "test_batch.bin");
        WriteCifar(TestFolder.Records([1]), classes: 9);
        Expect(73, "10 class names, one a line", "9", "batches.meta.txt");
        WriteCifar(TestFolder.Records([1]));
        IdxReaderTests.Expect(
            () => RealData.Part("cifar10", DataPart.Training, _folder.Root), archive, 0, "a file data_batch_1.bin", "none of that name");

        void Expect(long offset, string expected, string found, string member) => IdxReaderTests.Expect(
            () => RealData.Part("cifar10", DataPart.Test, _folder.Root), $"{archive}: {member}", offset, expected, found);
    }

    [Fact]
    public void An_archive_that_is_cut_off_damaged_or_none_is_refused()
    {
        var whole = File.ReadAllBytes(WriteCifar(TestFolder.Pixels(3073 * 20).Select(pixel => (byte)(pixel % 10)).ToArray()));
        for (int length = 0; length < whole.Length; length += 997)
        {
            _folder.Write("cifar-10-binary.tar.gz", whole[..length]);
            Assert.Throws<DataFormatException>(() => RealData.Part("cifar10", DataPart.Test, _folder.Root));
        }

        _folder.Write("cifar-10-binary.tar.gz", TestFolder.Gzip(TestFolder.Pixels(5000)));
        Assert.Throws<DataFormatException>(() => RealData.Part("cifar10", DataPart.Test, _folder.Root));
    }

    [Theory]
    [InlineData('x', "/home/ada/.cache/tortue")]
    [InlineData('x', "/home/ada/caches/tortue", "XDG_CACHE_HOME=/home/ada/caches")]
    [InlineData('x', "/home/ada/.cache/tortue", "XDG_CACHE_HOME=caches")]
    [InlineData('m', "/home/ada/Library/Caches/tortue")]
    [InlineData('w', "/appdata/Tortue/Cache")]
    [InlineData('w', "/here/sets", "TORTUE_DATA=sets")]
    [InlineData('m', "/sets", "TORTUE_DATA=/sets")]
    [InlineData('x', "/home/ada/.cache/tortue", "TORTUE_DATA=")]
    public void Sets_are_kept_in_the_folder_that_is_named_or_in_the_platforms_cache(char system, string expected, string? variable = null)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The paths here are those of other systems.");
        var environment = new Dictionary<string, string> { ["HOME"] = "/home/ada", ["LOCALAPPDATA"] = "/appdata" };
        if (variable?.Split('=') is [var name, var value])
            environment[name] = value;
        Assert.Equal(expected, DataFolder.Resolve(environment.GetValueOrDefault, "/here", system));
    }

    [Fact]
    public void Every_file_of_the_catalogue_has_size_checksum_and_place()
    {
        Assert.Equal(4, DataCatalogue.All.Select(set => set.Name).Distinct().Count());
        var files = DataCatalogue.All.SelectMany(set => set.Files).ToArray();
        Assert.Equal(10, files.Select(file => file.Md5).Distinct().Count());
        Assert.All(files, file =>
        {
            Assert.Matches("^[0-9a-f]{32}$", file.Md5);
            Assert.InRange(file.Size, 1, 200_000_000);
            Assert.All(file.Urls, url => Assert.Equal(file.Name, Path.GetFileName(url.AbsolutePath)));
        });
    }

    private void WriteMnist(string subfolder, string prefix, int count, bool packed)
    {
        Write("-images-idx3-ubyte", TestFolder.Images(count, TestFolder.Pixels(count * 784)));
        Write("-labels-idx1-ubyte", TestFolder.Labels([.. Enumerable.Range(0, count).Select(i => (byte)i)]));

        void Write(string name, byte[] bytes) =>
            _folder.Write(Path.Combine(subfolder, prefix + name + (packed ? ".gz" : "")), packed ? TestFolder.Gzip(bytes) : bytes);
    }

    private string WriteCifar(byte[] test, int classes = 10) => _folder.Write("cifar-10-binary.tar.gz", TestFolder.TarGz(
        ("cifar-10-batches-bin/batches.meta.txt", TestFolder.Names(classes)), ("cifar-10-batches-bin/test_batch.bin", test)));
}
