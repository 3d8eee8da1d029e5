using FsCheck;
using FsCheck.Fluent;
using Tortue.Exercises;
using Tortue.Notebooks.Grading;
using Xunit;

namespace Tortue.Notebooks.Tests.Grading;

public class GradeSheetTests
{
    [Fact]
    public void EachExerciseIsARowAndANotebookWithoutAnyIsOneToo()
    {
        var csv = GradeSheet.ToCsv(
        [
            new("alice", "alice/a.ipynb", GradingEnd.Finished, "finished",
            [
                new("0.1", "first", ExerciseState.Correct, ExerciseState.Correct, 2, "Well done."),
                new("x", "", ExerciseState.NotAttempted, ExerciseState.Incorrect, 0, "Replace it."),
            ]),
            new("bob", "", GradingEnd.NoNotebook, "no notebook", []),
        ]);
        Assert.Equal(
            "student,notebook,exercise,state,attempts,message,outcome\r\n"
            + "alice,alice/a.ipynb,0.1 first,Correct,2,Well done.,finished\r\n"
            + "alice,alice/a.ipynb,x,NotAttempted,0,Replace it.,finished\r\n"
            + "bob,,,,,,no notebook\r\n",
            csv);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("  =1", "'=1")]
    [InlineData("\t=1", "'=1")]
    [InlineData("\r\n=1", "'=1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("=HYPERLINK(\"x\",\"y\")", "'=HYPERLINK(\"x\",\"y\")")]
    [InlineData("1-1", "1-1")]
    [InlineData("two\nlines", "two lines")]
    [InlineData("a, \"b\"", "a, \"b\"")]
    [InlineData("Zoé 李", "Zoé 李")]
    public void NoCellIsAFormulaAndEachRowIsOneLine(string text, string cell)
    {
        var row = Rows(GradeSheet.ToCsv([Saying(text)]))[1];
        Assert.Equal(cell, row[0]);
        Assert.Equal(cell, row[5]);
    }

    [Fact]
    public void WhateverTheTextTheTableHasItsSevenColumns() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonNull<string>>(),
        text =>
        {
            var rows = Rows(GradeSheet.ToCsv([Saying(text.Get), Saying("next")]));
            return rows.Count == 3
                && rows.All(row => row.Length == 7 && row.All(cell => cell.Length == 0 || !"=+-@".Contains(cell[0])))
                && rows[2][5] == "next";
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void TheFileHasTheMarkThatExcelNeedsAndReplacesTheOldOne()
    {
        var folder = Directory.CreateTempSubdirectory("tortue-sheet-");
        try
        {
            var path = Path.Combine(folder.FullName, "grades.csv");
            File.WriteAllText(path, "old");
            GradeSheet.Save(path, [Saying("é")]);
            Assert.Equal([0xEF, 0xBB, 0xBF, (byte)'s'], File.ReadAllBytes(path)[..4]);
            Assert.Contains(",é,", File.ReadAllText(path), StringComparison.Ordinal);
            Assert.Single(folder.GetFiles());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static GradedNotebook Saying(string text) => new(
        text, "a.ipynb", GradingEnd.Finished, "finished", [new("1", "one", ExerciseState.Incorrect, ExerciseState.Incorrect, 1, text)]);

    /// <summary>Reads a table by the letter of RFC 4180.</summary>
    private static List<string[]> Rows(string csv)
    {
        var (rows, row, cell, quoted) = (new List<string[]>(), new List<string>(), new System.Text.StringBuilder(), false);
        for (var i = 0; i < csv.Length; i++)
        {
            if (csv[i] == '"')
            {
                if (quoted && i + 1 < csv.Length && csv[i + 1] == '"')
                    cell.Append(csv[i++]);
                else
                    quoted = !quoted;
            }
            else if (!quoted && (csv[i] == ',' || csv.AsSpan(i).StartsWith("\r\n")))
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (csv[i] == ',')
                    continue;

                rows.Add([.. row]);
                row.Clear();
                i++;
            }
            else
            {
                cell.Append(csv[i]);
            }
        }

        Assert.False(quoted);
        Assert.Empty(row);
        return rows;
    }
}
