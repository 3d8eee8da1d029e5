using System.IO.Compression;
using System.Security.Cryptography;
using Tortue.Cli.Tests.Support;
using Tortue.Data;
using Tortue.Data.Downloads;
using Tortue.Testing;
using Xunit;

namespace Tortue.Cli.Tests.Commands;

/// <summary>The commands for real sets, with a server on this machine in the place of the publishers'.</summary>
public sealed class DataTests : IDisposable
{
    // One image and one label, of class 3, as MNIST has them.
    private static readonly byte[] Images = Gzip([0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 28, 0, 0, 0, 28, .. new byte[784]]);
    private static readonly byte[] Labels = Gzip([0, 0, 8, 1, 0, 0, 0, 1, 3]);

    private readonly TestCourse _course = new();
    private readonly LocalServer _server;

    public DataTests()
    {
        _server = new(request => Answer(request.Path.EndsWith("idx3-ubyte.gz", StringComparison.Ordinal) ? Images : Labels));
        var files = DataCatalogue.Mnist.Files.Select(file => File(file.Name, file.Name.Contains("images") ? Images : Labels));
        _course.DataSets = [DataCatalogue.Mnist with { Files = [.. files] }, DataCatalogue.FashionMnist, DataCatalogue.Cifar10];
        _course.Environment["TORTUE_DATA"] = "sets";
    }

    /// <summary>What the server answers for a file.</summary>
    private Func<byte[], ServerAnswer> Answer { get; set; } = ServerAnswer.Of;

    public void Dispose()
    {
        _server.Dispose();
        _course.Dispose();
    }

    [Fact]
    public async Task ASetIsDownloadedOnceAndCanBeRead()
    {
        var result = await _course.RunAsync("data", "get", "MNIST");

        var folder = _course.PathOf("sets/mnist");
        Assert.Equal(0, result.Code);
        Assert.Matches(@"\Amnist  \S+  \d+ B  \d+\.\d s\r?\n\z", result.Output);
        Assert.Contains(folder, result.Output);
        Assert.Equal(4, result.MessageLines.Count(line => line.StartsWith("Downloading ", StringComparison.Ordinal)));
        Assert.StartsWith("To cite: Y. LeCun", result.MessageLines[^1]);
        Assert.Equal(4, Directory.GetFiles(folder).Length);
        Assert.Equal([3L], RealData.Load("mnist", _course.PathOf("sets")).Training.Labels.data<long>().ToArray());

        result = await _course.RunAsync("data", "get", "mnist");
        Assert.Equal(0, result.Code);
        Assert.EndsWith("was there already", result.Output.TrimEnd());
        Assert.Empty(result.Messages);
        Assert.Equal(4, _server.Requests.Count);
    }

    [Fact]
    public async Task ANamedFolderReceivesTheSetAndIsToBeNamedToNotebooks()
    {
        var result = await _course.RunAsync("data", "get", "mnist", "--to", "elsewhere");
        Assert.Equal(0, result.Code);
        Assert.Equal(4, Directory.GetFiles(_course.PathOf("elsewhere/mnist")).Length);
        Assert.False(Directory.Exists(_course.PathOf("sets")));
        Assert.Equal($"Notebooks find these sets where TORTUE_DATA={_course.PathOf("elsewhere")} is set.", result.MessageLines[^1]);
    }

    [Fact]
    public async Task TheListSaysWhatIsHere()
    {
        var before = await _course.RunAsync("data", "list");
        await _course.RunAsync("data", "get", "mnist");
        System.IO.File.Delete(_course.PathOf("sets/mnist/train-images-idx3-ubyte.gz"));
        var after = await _course.RunAsync("data", "list");

        Assert.Equal(0, before.Code);
        var rows = before.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal(3, rows.Length);
        Assert.Matches(@"^mnist +\d+ B  -  MNIST: handwritten digits, ", rows[0]);
        Assert.Matches(@"^cifar10 +170\.1 MB  -  CIFAR-10: ", rows[2]);
        Assert.Matches(@"^mnist +\d+ B  test part here  MNIST: ", after.Output);
        Assert.Equal(
            $"Sets are kept in {_course.PathOf("sets")}; the environment variable TORTUE_DATA names another folder.",
            Assert.Single(after.MessageLines));
    }

    [Fact]
    public async Task ThePathIsTheFolderOfAllOrOfOne()
    {
        Assert.Equal(_course.PathOf("sets"), (await _course.RunAsync("data", "path")).Output.TrimEnd());
        var missing = await _course.RunAsync("data", "path", "mnist");
        Assert.Equal(1, missing.Code);
        Assert.Equal(
            $"MNIST is not in {_course.PathOf("sets")}: get it with 'tortue data get mnist'.", Assert.Single(missing.MessageLines));

        await _course.RunAsync("data", "get", "mnist");
        Assert.Equal(_course.PathOf("sets/mnist"), (await _course.RunAsync("data", "path", "mnist")).Output.TrimEnd());
    }

    [Theory]
    [InlineData("get", "mnits", "There is no set 'mnits': did you mean 'mnist'?")]
    [InlineData("path", "imagenet", "There is no set 'imagenet': choose one of mnist, fashion-mnist, cifar10.")]
    public async Task ANameThatIsNoneIsAnsweredWithTheNearest(string command, string name, string sentence)
    {
        var result = await _course.RunAsync("data", command, name);
        Assert.Equal(2, result.Code);
        Assert.Equal(sentence, Assert.Single(result.MessageLines));
        Assert.Empty(result.Output);
    }

    [Fact]
    public async Task AFailureIsOneSentenceAndLeavesNoFile()
    {
        Answer = _ => new ServerAnswer { Status = "404 Not Found" };
        var result = await _course.RunAsync("data", "get", "mnist");
        Assert.Equal(1, result.Code);
        Assert.Equal(
            "train-images-idx3-ubyte.gz could not be downloaded (127.0.0.1: answers 404 Not Found).", Assert.Single(result.MessageLines));
        Assert.Empty(Directory.GetFiles(_course.PathOf("sets/mnist")));
    }

    [Fact]
    public async Task CancellingKeepsWhatHasArrived()
    {
        using var interrupt = new CancellationTokenSource();
        Answer = file => ServerAnswer.Of(file) with { SentBytes = 10, Stalls = true, Stalling = interrupt.Cancel };
        var result = await _course.RunAsync("", interrupt.Token, "data", "get", "mnist");
        Assert.Equal(130, result.Code);
        Assert.Equal(
            "Cancelled while train-images-idx3-ubyte.gz was downloaded: what has arrived is kept for the next time.",
            result.MessageLines[^1]);
        Assert.False(System.IO.File.Exists(_course.PathOf("sets/mnist/train-images-idx3-ubyte.gz")));
    }

    [Fact]
    public async Task ATerminalShowsABarThatGoesBeforeTheResult()
    {
        using var live = new TestCourse { IsLive = true, DataSets = _course.DataSets };
        live.Environment["TORTUE_DATA"] = "sets";
        var result = await live.RunAsync("data", "get", "mnist");
        Assert.Equal(0, result.Code);
        Assert.Contains("train-images-idx3-ubyte.gz", result.Messages);
        Assert.Contains("\x1b[?25h", result.Messages);
        Assert.DoesNotContain('\x1b', result.Output);
    }

    private RemoteFile File(string name, byte[] content) =>
        new(name, content.Length, Convert.ToHexStringLower(MD5.HashData(content)), [_server.Url(name)]);

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(bytes);
        return packed.ToArray();
    }
}
