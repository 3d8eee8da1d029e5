using System.Globalization;

namespace Tortue.Benchmarks.VersusPyTorch;

/// <summary>What the command line asks of the comparison with PyTorch.</summary>
/// <param name="Rows">Names of rows, or their first words ("conv", "conv-64"); all rows when empty.</param>
/// <param name="Threads">The numbers of threads to try, one after the other.</param>
/// <param name="Repetitions">How often each side is timed.</param>
/// <param name="Python">The interpreter; null to look for one that has PyTorch.</param>
internal sealed record VersusOptions(IReadOnlyList<string> Rows, IReadOnlyList<int> Threads, int Repetitions, string? Python)
{
    /// <summary>How the command is used.</summary>
    public const string Usage =
        "versus-pytorch [ROW...] [--threads 1,2] [--repetitions 7] [--python PATH], where ROW is a name or its first words";

    /// <summary>Reads the command line.</summary>
    /// <param name="arguments">What follows the benchmark's name.</param>
    /// <exception cref="FormatException">Something else than <see cref="Usage"/> was written.</exception>
    public static VersusOptions Parse(string[] arguments)
    {
        var options = new VersusOptions([], [1, 2], 7, null);
        for (int i = 0; i < arguments.Length; i++)
        {
            options = arguments[i] switch
            {
                "--threads" => options with { Threads = [.. Value().Split(',').Select(Number)] },
                "--repetitions" => options with { Repetitions = Number(Value()) },
                "--python" => options with { Python = Value() },
                ['-', ..] => throw new FormatException($"There is no option '{arguments[i]}'."),
                _ => options with { Rows = [.. options.Rows, arguments[i]] },
            };

            string Value() => ++i < arguments.Length ? arguments[i] : throw new FormatException($"{arguments[i - 1]} needs a value.");
        }

        return options;
    }

    /// <summary>Whether a row is asked for.</summary>
    /// <param name="name">The row's name.</param>
    public bool Asks(string name) =>
        Rows.Count == 0 || Rows.Any(row => name == row || name.StartsWith(row + "-", StringComparison.Ordinal));

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0
            ? number
            : throw new FormatException($"'{text}' is not a number above 0.");
}
