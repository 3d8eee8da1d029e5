using Xunit;

namespace Tortue.Cli.Tests.Support;

/// <summary>Tests that seed the engine's own generator, of which there is one a process.</summary>
[CollectionDefinition(nameof(OneGenerator))]
public sealed class OneGenerator;
