namespace Tortue.Cli.Terminal;

/// <summary>Where a running command reports to.</summary>
internal interface IRunView
{
    /// <summary>Starts the line of one notebook.</summary>
    /// <param name="name">The notebook as messages show it.</param>
    INotebookTrack Begin(string name);

    /// <summary>Prints something that stays, now or, where the screen is busy with progress, right after it.</summary>
    /// <param name="print">Writes to one of the consoles.</param>
    void Post(Action print);
}
