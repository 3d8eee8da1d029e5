using System.Diagnostics;
using Xunit;
using static TorchSharp.torch;

namespace Tortue.Tensors.Tests.Training;

/// <summary>The same seed gives the same bits: in another process, and in this engine on any number of threads.</summary>
public class ReproducibilityTests
{
    private const int Steps = 40;
    private const string FileVariable = "TORTUE_TEST_TRAINING_FILE";
    private const string ThreadsVariable = "TORTUE_TEST_TRAINING_THREADS";

    [Fact]
    public async Task ProcessesAgreeToTheLastBit()
    {
        Engine.OnlyOurs("differs in the last bits from one process to another now and then");
        var folder = Directory.CreateTempSubdirectory("tortue-tests-");
        try
        {
            int[] threads = [2, 2, 1];
            var files = threads.Select((_, i) => Path.Combine(folder.FullName, $"{i}.bits")).ToArray();
            await Task.WhenAll(threads.Select((count, i) => RunChild(files[i], count)));
            var bits = files.Select(File.ReadAllBytes).ToArray();
            Assert.NotEmpty(bits[0]);
            Assert.Equal(bits[0], bits[1]);
            Assert.Equal(bits[0], bits[2]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>What a child process runs for the test above.</summary>
    [Fact]
    public void AChildWritesItsBits()
    {
        if (Environment.GetEnvironmentVariable(FileVariable) is not { } file)
        {
            Assert.Skip("runs in the child processes of another test");
            return;
        }

        set_num_threads(int.Parse(Environment.GetEnvironmentVariable(ThreadsVariable)!));
        File.WriteAllBytes(file, [.. SeededTraining.Perceptron(1, Steps), .. SeededTraining.Convolutions(2, Steps)]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void TheNumberOfThreadsChangesNoBit(int threads)
    {
        Engine.OnlyOurs("promises the same bits on the same number of threads alone");
        var before = get_num_threads();
        try
        {
            var (perceptron, convolutions) = (SeededTraining.Perceptron(5, Steps), SeededTraining.Convolutions(6, Steps));
            set_num_threads(threads);
            Assert.Equal(perceptron, SeededTraining.Perceptron(5, Steps));
            Assert.Equal(convolutions, SeededTraining.Convolutions(6, Steps));
        }
        finally
        {
            set_num_threads(before);
        }
    }

    [Fact]
    public void AnotherSeedGivesOtherBits() =>
        Assert.NotEqual(SeededTraining.Perceptron(1, 2), SeededTraining.Perceptron(2, 2));

    private static async Task RunChild(string file, int threads)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true };
        var assembly = typeof(ReproducibilityTests).Assembly;
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(assembly.Location);
        start.ArgumentList.Add("-method");
        start.ArgumentList.Add($"{typeof(ReproducibilityTests).FullName}.{nameof(AChildWritesItsBits)}");
        start.Environment[FileVariable] = file;
        start.Environment[ThreadsVariable] = threads.ToString();
        using var child = Process.Start(start)!;
        var output = child.StandardOutput.ReadToEndAsync();
        var errors = child.StandardError.ReadToEndAsync();
        await child.WaitForExitAsync();
        Assert.True(File.Exists(file), $"the child ended with {child.ExitCode}: {await output}{await errors}");
    }
}
