using Tortue.Data.Downloads;
using Tortue.Data.Formats;

namespace Tortue.Data;

/// <summary>The real sets that the course can use. None of them comes with it: <c>tortue data get NAME</c> downloads one.</summary>
public static class DataCatalogue
{
    /// <summary>The handwritten digits.</summary>
    public static RealDataSet Mnist { get; } = new(new IdxParts(["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]))
    {
        Name = "mnist",
        Title = "MNIST",
        Contents = DataText.MnistContents,
        Page = new("http://yann.lecun.com/exdb/mnist/"),
        Citation = "Y. LeCun, L. Bottou, Y. Bengio, P. Haffner: Gradient-Based Learning Applied to Document Recognition. "
            + "Proceedings of the IEEE 86(11), 2278–2324, 1998.",
        Licence = DataText.MnistLicence,
        Files = MnistFiles(
            ["https://ossci-datasets.s3.amazonaws.com/mnist/", "https://storage.googleapis.com/cvdf-datasets/mnist/"],
            (9912422, "f68b3c2dcbeaaa9fbdd348bbdeb94873"),
            (28881, "d53e105ee54ea40749a09fcbcd1e9432"),
            (1648877, "9fb629c4189551a2d022fa330f9573f3"),
            (4542, "ec29112dd5afa0611ce80d1b7f02629c")),
    };

    /// <summary>Pieces of clothing, in the files and sizes of MNIST.</summary>
    public static RealDataSet FashionMnist { get; } = new(new IdxParts(
        ["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"]))
    {
        Name = "fashion-mnist",
        Title = "Fashion-MNIST",
        Contents = DataText.FashionContents,
        Page = new("https://github.com/zalandoresearch/fashion-mnist"),
        Citation = "H. Xiao, K. Rasul, R. Vollgraf: Fashion-MNIST: a Novel Image Dataset for Benchmarking Machine Learning Algorithms. "
            + "arXiv 1708.07747, 2017.",
        Licence = DataText.FashionLicence,
        Files = MnistFiles(
            [
                "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/",
                "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/",
            ],
            (26421880, "8d4fb7e6c68d591d4c3dfef9ec88bf0d"),
            (29515, "25c81989df183df01b3e8a0aad5dffbe"),
            (4422102, "bef4ecab320f06d8554ea6380940ec79"),
            (5148, "bb300cfdad3c16e7a12a480ee83cd310")),
    };

    /// <summary>Small colour photographs of ten kinds of things.</summary>
    public static RealDataSet Cifar10 { get; } = Cifar(
        "cifar10", "CIFAR-10", DataText.Cifar10Contents, CifarLayout.Cifar10, 170052171, "c32a1d4ab5d03f1284b67883e8d87530");

    /// <summary>Small colour photographs of a hundred kinds of things, under their fine labels.</summary>
    public static RealDataSet Cifar100 { get; } = Cifar(
        "cifar100", "CIFAR-100", DataText.Cifar100Contents, CifarLayout.Cifar100, 168513733, "03b5dce01913d631647c71ecec9e9cb8");

    /// <summary>Every set.</summary>
    public static IReadOnlyList<RealDataSet> All { get; } = [Mnist, FashionMnist, Cifar10, Cifar100];

    /// <summary>The set of a name.</summary>
    /// <param name="name">"mnist", "fashion-mnist", "cifar10" or "cifar100"; capital letters make no difference.</param>
    /// <exception cref="ArgumentException">There is no such set.</exception>
    public static RealDataSet Find(string name) =>
        All.FirstOrDefault(set => set.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentException(Text.Format(DataText.NoSuchSet, name, string.Join(", ", All.Select(set => set.Name))));

    /// <summary>
    /// Whether a file is, by name and size, that of another set: MNIST and Fashion-MNIST have files of the same names, and one read as the
    /// other would go unnoticed.
    /// </summary>
    internal static bool BelongsToAnother(RealDataSet set, string path)
    {
        long size = new FileInfo(path).Length;
        var name = Path.GetFileName(path);
        return All.Any(other => other.Name != set.Name && other.Files.Any(file => file.Name == name && file.Size == size));
    }

    private static RemoteFile[] MnistFiles(string[] places, params (long Size, string Md5)[] files)
    {
        string[] names =
        [
            "train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz", "t10k-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte.gz",
        ];
        return [.. names.Zip(files, (name, file) =>
            new RemoteFile(name, file.Size, file.Md5, [.. places.Select(place => new Uri(place + name))]))];
    }

    private static RealDataSet Cifar(string name, string title, string contents, CifarLayout layout, long size, string md5) =>
        new(new CifarParts(layout))
        {
            Name = name,
            Title = title,
            Contents = contents,
            Page = new("https://www.cs.toronto.edu/~kriz/cifar.html"),
            Citation = "A. Krizhevsky: Learning Multiple Layers of Features from Tiny Images. "
                + "Technical report, University of Toronto, 2009.",
            Licence = DataText.CifarLicence,
            Files = [new(layout.Archive, size, md5, [new("https://www.cs.toronto.edu/~kriz/" + layout.Archive)])],
        };
}
