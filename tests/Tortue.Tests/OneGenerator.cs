using Xunit;

namespace Tortue.Tests;

/// <summary>
/// Tests that seed the engine's own generator, of which there is one a process: run side by side they would draw each other's numbers.
/// </summary>
[CollectionDefinition(nameof(OneGenerator))]
public sealed class OneGenerator;
