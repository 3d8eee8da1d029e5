using Tortue.Exercises;
using Tortue.Notebooks.Grading;
using Xunit;

namespace Tortue.Notebooks.Tests.Grading;

public class GradingReportTests
{
    private static readonly ProcessEnd ByItself = new(0, null, "");
    private static readonly GradingEvent Ended = new(GradingEventKind.Ended);

    [Fact]
    public void TheLastCheckIsTheStateAndTheBestOneIsKeptBesideIt()
    {
        var graded = Of(
            ByItself,
            [],
            Checked("a", ExerciseState.Correct, 1),
            Checked("b", ExerciseState.Incorrect, 1),
            Checked("a", ExerciseState.Incorrect, 2),
            Ended);
        Assert.Equal(
            [
                new("a", "", ExerciseState.Incorrect, ExerciseState.Correct, 2, "Incorrect"),
                new GradedExercise("b", "", ExerciseState.Incorrect, ExerciseState.Incorrect, 1, "Incorrect"),
            ],
            graded.Exercises);
    }

    [Fact]
    public void ExercisesThatWereSetComeFirstAndThoseNeverCheckedAreThere()
    {
        KnownExercise[] known = [new("1", "one"), new("2", "two")];
        var graded = Of(ByItself, known, Checked("own", ExerciseState.Correct, 1), Checked("2", ExerciseState.Correct, 1));
        Assert.Equal(["1", "2", "own"], graded.Exercises.Select(one => one.Id));
        Assert.Equal([ExerciseState.NotAttempted, ExerciseState.Correct, ExerciseState.Correct], graded.Exercises.Select(one => one.State));
        Assert.Equal(["one", "two", ""], graded.Exercises.Select(one => one.Title));
    }

    [Fact]
    public void WithoutAChapterThoseThatTheNotebookNamesAreTaken()
    {
        var listed = new GradingEvent(GradingEventKind.Listed) { Exercise = "1", Title = "one" };
        Assert.Equal("1", Assert.Single(Of(ByItself, [], listed, Ended).Exercises).Id);
        Assert.Equal("2", Assert.Single(Of(ByItself, [new("2", "two")], listed, Ended).Exercises).Id);
    }

    [Fact]
    public void EveryEndHasItsWords()
    {
        var cell = new GradingEvent(GradingEventKind.Cell) { Cell = 4 };
        Check(GradingEnd.Finished, "finished", ByItself, cell, Ended);
        Check(GradingEnd.CellsFailed, "failed in cell 2, line 7: E: m", ByItself, Failed(2, "E"), Ended);
        GradingEvent[] failures = [Failed(2, "E"), Failed(3, "E"), Failed(5, "E"), Ended];
        Check(GradingEnd.CellsFailed, "failed in cell 2, line 7: E: m (and in cells 3, 5)", ByItself, failures);
        Check(GradingEnd.TimedOut, "timed out in cell 4", new(137, GradingEnd.TimedOut, ""), Failed(2, "E"), cell);
        Check(GradingEnd.TimedOut, "timed out before the first cell", new(137, GradingEnd.TimedOut, ""));
        Check(GradingEnd.OutOfMemory, "out of memory in cell 4", new(137, GradingEnd.OutOfMemory, ""), cell);
        Check(GradingEnd.OutOfMemory, "out of memory in cell 2", ByItself, Failed(2, "OutOfMemoryException"), cell, Ended);
        Check(GradingEnd.OutOfMemory, "out of memory in cell 4", new(134, null, "Out of memory.\nmore"), cell);
        Check(GradingEnd.TooMuchOutput, "wrote too much in cell 4", new(137, GradingEnd.TooMuchOutput, ""), cell);
        var overflow = new ProcessEnd(134, null, "Stack overflow.\n  at F\n");
        Check(GradingEnd.Crashed, "crashed with exit code 134 in cell 4: Stack overflow.", overflow, cell);
        Check(GradingEnd.Crashed, "crashed with exit code 0 in cell 4", ByItself, cell);
        Check(GradingEnd.NotNotebook, "not a notebook: no", ByItself, new GradingEvent(GradingEventKind.NotNotebook) { Message = "no" });
        Assert.Equal("no notebook", GradingReport.WithoutNotebook("s", []).Outcome);
    }

    [Fact]
    public void AJournalIsReadAsFarAsItWasWritten()
    {
        var folder = Directory.CreateTempSubdirectory("tortue-journal-");
        try
        {
            var path = Path.Combine(folder.FullName, "journal");
            Assert.Empty(GradingJournal.Read(path));
            using (var journal = new GradingJournal(path))
            {
                journal.Add(Checked("a", ExerciseState.Incorrect, 3) with { Message = "two\nlines \u2028 \"é\"" });
                journal.Add(Ended with { Message = new string('x', 1_000_000) });
                Assert.Equal(2, GradingJournal.Read(path).Count);
            }

            Assert.True(new FileInfo(path).Length < 10_000);
            var text = File.ReadAllText(path);
            File.WriteAllText(path, text[..^20]);
            var read = Assert.Single(GradingJournal.Read(path));
            Assert.Equal(Checked("a", ExerciseState.Incorrect, 3) with { Message = "two\nlines \u2028 \"é\"" }, read);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Check(GradingEnd expected, string words, ProcessEnd end, params GradingEvent[] events)
    {
        var graded = Of(end, [], events);
        Assert.Equal((expected, words), (graded.End, graded.Outcome));
    }

    private static GradedNotebook Of(ProcessEnd end, KnownExercise[] known, params GradingEvent[] events) =>
        GradingReport.Of("s", "s.ipynb", events, end, known);

    private static GradingEvent Checked(string id, ExerciseState state, int attempts) =>
        new(GradingEventKind.Checked) { Exercise = id, State = state, Attempts = attempts, Message = state.ToString() };

    private static GradingEvent Failed(int cell, string error) =>
        new(GradingEventKind.Failed) { Cell = cell, Line = 7, Error = error, Message = "m\nsecond line" };
}
