using Xunit;

namespace Tortue.Notebooks.Tests;

/// <summary>Tests that count what the process holds: memory, open files, threads. No other test runs beside them.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
