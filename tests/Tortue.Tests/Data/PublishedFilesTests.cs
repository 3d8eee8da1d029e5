using System.Security.Cryptography;
using Tortue.Data;
using Xunit;

namespace Tortue.Tests.Data;

/// <summary>The published files themselves, where the environment variable TORTUE_TEST_DATA names a folder that holds them.</summary>
public sealed class PublishedFilesTests
{
    private const string Variable = "TORTUE_TEST_DATA";

    [Fact]
    public void The_test_part_of_MNIST_is_what_is_known_of_it()
    {
        var test = RealData.Part("mnist", DataPart.Test, FolderWith("t10k-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte.gz"));

        Assert.Equal("MNIST, test part: 10000 examples of 1×28×28, 10 classes", test.ToString());
        Assert.Equal([7L, 2, 1, 0, 4, 1, 4, 9, 5, 9], test.Labels.data<long>().ToArray().Take(10));
        Assert.Equal([980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009], ClassCounts(test));

        // Mean and deviation of the test images' pixels: 0.1325 and 0.3105.
        Assert.Equal(0.1325, test.Inputs.mean().item<float>(), 0.0001);
        Assert.Equal(0.3105, test.Inputs.std().item<float>(), 0.0001);
        Assert.Equal(1, test.Inputs.max().item<float>());
    }

    [Theory]
    [InlineData("t10k-images-idx3-ubyte.gz")]
    [InlineData("t10k-labels-idx1-ubyte.gz")]
    public void The_catalogue_has_the_sizes_and_checksums_of_the_files(string name)
    {
        var bytes = File.ReadAllBytes(Path.Combine(FolderWith(name), name));
        var file = DataCatalogue.Mnist.Files.Single(one => one.Name == name);
        Assert.Equal(file.Size, bytes.Length);
        Assert.Equal(file.Md5, Convert.ToHexStringLower(MD5.HashData(bytes)));
    }

    [Fact]
    public void MNISTs_files_are_not_taken_for_those_of_Fashion_MNIST() =>
        Assert.Null(RealData.TryFind("fashion-mnist", DataPart.Test, FolderWith("t10k-images-idx3-ubyte.gz")));

    [Fact]
    public void A_part_of_CIFAR_10_has_as_many_images_of_each_class()
    {
        var (training, test) = RealData.Load("cifar10", FolderWith("cifar-10-subset-binary.tar.gz"));

        Assert.Equal("CIFAR-10, training part: 10000 examples of 3×32×32, 10 classes", training.ToString());
        Assert.Equal("CIFAR-10, test part: 2000 examples of 3×32×32, 10 classes", test.ToString());
        Assert.All(ClassCounts(training), count => Assert.Equal(1000, count));
        Assert.All(ClassCounts(test), count => Assert.Equal(200, count));
        Assert.Equal(
            ["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"], training.Classes);

        // The means of red, green and blue over the whole training part are 0.4914, 0.4822 and 0.4465; here is a fifth of it.
        var means = training.Inputs.mean([0, 2, 3]).data<float>().ToArray();
        Assert.Equal(0.4914, means[0], 0.01);
        Assert.Equal(0.4822, means[1], 0.01);
        Assert.Equal(0.4465, means[2], 0.01);
    }

    private static long[] ClassCounts(LabelledData data)
    {
        var counts = new long[data.Classes.Count];
        foreach (long label in data.Labels.data<long>().ToArray())
            counts[label]++;
        return counts;
    }

    private static string FolderWith(params string[] files)
    {
        var folder = Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrEmpty(folder))
            Assert.Skip($"{Variable} names no folder with published files.");
        var missing = files.FirstOrDefault(file => !File.Exists(Path.Combine(folder!, file)));
        Assert.SkipWhen(missing is not null, $"{folder} does not hold {missing}.");
        return folder!;
    }
}
