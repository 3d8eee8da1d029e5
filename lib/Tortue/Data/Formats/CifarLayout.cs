namespace Tortue.Data.Formats;

/// <summary>
/// The binary layout of CIFAR-10 and CIFAR-100: records of one or two label bytes and 3,072 bytes of pixels, 32×32, red then green then blue
/// (A. Krizhevsky, "Learning Multiple Layers of Features from Tiny Images", 2009, and the set's page).
/// </summary>
internal sealed record CifarLayout
{
    /// <summary>Width and height, in pixels.</summary>
    public const int Side = 32;

    /// <summary>Red, green, blue.</summary>
    public const int Channels = 3;

    /// <summary>Bytes of one image.</summary>
    public const int Pixels = Channels * Side * Side;

    /// <summary>CIFAR-10: one label, five files of training images.</summary>
    public static CifarLayout Cifar10 { get; } = new()
    {
        LabelBytes = 1,
        Classes = 10,
        Folder = "cifar-10-batches-bin",
        Archive = "cifar-10-binary.tar.gz",
        OtherArchives = "cifar-10-*binary*.tar.gz",
        ClassNames = "batches.meta.txt",
        Training = ["data_batch_1.bin", "data_batch_2.bin", "data_batch_3.bin", "data_batch_4.bin", "data_batch_5.bin"],
        Test = "test_batch.bin",
    };

    /// <summary>CIFAR-100: a coarse label, which is passed over, and a fine one.</summary>
    public static CifarLayout Cifar100 { get; } = new()
    {
        LabelBytes = 2,
        Classes = 100,
        Folder = "cifar-100-binary",
        Archive = "cifar-100-binary.tar.gz",
        OtherArchives = "cifar-100-*binary*.tar.gz",
        ClassNames = "fine_label_names.txt",
        Training = ["train.bin"],
        Test = "test.bin",
    };

    /// <summary>Label bytes before the pixels; the last of them counts.</summary>
    public required int LabelBytes { get; init; }

    /// <summary>How many classes there are.</summary>
    public required int Classes { get; init; }

    /// <summary>The folder in the archive.</summary>
    public required string Folder { get; init; }

    /// <summary>The archive's published name.</summary>
    public required string Archive { get; init; }

    /// <summary>Names of archives that hold a part of the set.</summary>
    public required string OtherArchives { get; init; }

    /// <summary>The file with the classes' names.</summary>
    public required string ClassNames { get; init; }

    /// <summary>Files of the training part, in order; the first is always there, a part of the set may lack others.</summary>
    public required IReadOnlyList<string> Training { get; init; }

    /// <summary>The file of the test part.</summary>
    public required string Test { get; init; }

    /// <summary>Bytes of one record.</summary>
    public int RecordSize => LabelBytes + Pixels;
}
