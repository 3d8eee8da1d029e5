namespace Tortue.Cli.Doctor;

/// <summary>Looks at one part of what a notebook needs.</summary>
internal interface ICheck
{
    /// <summary>Looks, and tells what it finds as it goes.</summary>
    /// <param name="cancellation">Gives up.</param>
    IAsyncEnumerable<Finding> RunAsync(CancellationToken cancellation);
}
