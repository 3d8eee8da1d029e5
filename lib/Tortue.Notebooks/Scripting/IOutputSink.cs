using Tortue.Notebooks.Documents;

namespace Tortue.Notebooks.Scripting;

/// <summary>
/// Receives what a running cell writes and shows, in order and as it comes. Calls come from any thread, one at a time.
/// Calls may come after the cell has ended, from work that the cell left running.
/// </summary>
public interface IOutputSink
{
    /// <summary>Text written to the console.</summary>
    /// <param name="name"><c>stdout</c> or <c>stderr</c>, as in nbformat.</param>
    /// <param name="text">The text; not necessarily whole lines.</param>
    void OnStream(string name, string text);

    /// <summary>A value shown before the end of the cell.</summary>
    /// <param name="displayId">What a later update names; null for a display that cannot be updated.</param>
    /// <param name="bundle">MIME type → text; JSON types hold JSON text. An update with no type at all takes the output away.</param>
    /// <param name="isUpdate">Whether this replaces what was shown under the same id.</param>
    void OnDisplay(string? displayId, IReadOnlyDictionary<string, string> bundle, bool isUpdate);

    /// <summary>What the cell has shown so far is to go away.</summary>
    /// <param name="wait">Whether it stays until something else comes to take its place, so that nothing flickers.</param>
    void OnClear(bool wait)
    {
    }

    /// <summary>An exercise of the library was checked. Most front ends show its card and need not know.</summary>
    /// <param name="id">The exercise's number, for example 0.3.</param>
    /// <param name="state">The name of its state: NotAttempted, Incorrect or Correct.</param>
    /// <param name="attempts">How many answers have been checked in this session.</param>
    /// <param name="message">What the check found.</param>
    void OnExercise(string id, string state, int attempts, string message)
    {
    }

    /// <summary>The solution of an exercise that was checked; only in a session with <see cref="CSharpSessionOptions.Solutions"/>.</summary>
    /// <param name="solution">The solution.</param>
    void OnSolution(ExerciseSolution solution)
    {
    }
}
