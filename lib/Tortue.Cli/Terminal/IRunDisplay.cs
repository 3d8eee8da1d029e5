namespace Tortue.Cli.Terminal;

/// <summary>Shows on the messages' console how notebooks run.</summary>
internal interface IRunDisplay
{
    /// <summary>Shows progress for as long as the work takes.</summary>
    /// <param name="work">Gets the view to report to.</param>
    /// <returns>What the work returns.</returns>
    Task<T> ShowAsync<T>(Func<IRunView, Task<T>> work);
}
