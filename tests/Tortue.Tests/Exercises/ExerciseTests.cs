using TorchSharp;
using Tortue.Exercises;
using Xunit;
using static Tortue.Exercises.Blanks;

namespace Tortue.Tests.Exercises;

public sealed class ExerciseTests
{
    [Fact]
    public void A_number_is_right_within_the_tolerance_and_a_placeholder_is_no_attempt()
    {
        var exercise = Half();

        Assert.Equal(ExerciseState.NotAttempted, exercise.State);
        Assert.Equal(ExerciseState.NotAttempted, exercise.Check(____).State);
        Assert.Equal(ExerciseState.NotAttempted, exercise.Check(1 - 2 * (double)____).State);
        Assert.Equal(0, exercise.Attempts);
        Assert.Equal(ExerciseState.Incorrect, exercise.Check(0.51).State);
        Assert.Equal(ExerciseState.Correct, exercise.Check(0.5000001).State);
        Assert.Equal(ExerciseState.Correct, exercise.State);
        Assert.Equal(2, exercise.Attempts);
    }

    [Fact]
    public void A_known_mistake_is_named_and_another_value_is_not_given_away()
    {
        var exercise = Half();

        Assert.Equal("You forgot the ½.", exercise.Check(1).Message);
        Assert.Equal("0.7 is not it.", exercise.Check(0.7).Message);
        Assert.StartsWith("NaN is not it. NaN", exercise.Check(double.NaN).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_infinity_is_infinity()
    {
        var exercise = new ValueExercise<double>
        {
            Id = "9.4",
            Title = "∞",
            Answer = SourceCode.Of(double.PositiveInfinity),
            Explanation = "",
        };

        Assert.Equal(ExerciseState.Incorrect, exercise.Check(1).State);
        Assert.Equal(ExerciseState.Incorrect, exercise.Check(double.NegativeInfinity).State);
        Assert.Equal(ExerciseState.Correct, exercise.Check(double.PositiveInfinity).State);
    }

    [Fact]
    public void A_wrong_function_is_told_the_first_input_on_which_it_fails()
    {
        var result = Doubling().Check(x => x == 3 ? 7 : 2 * x);

        Assert.Equal("For x = 3 it should give 6, and yours gives 7.", result.Message);
    }

    [Fact]
    public void An_exception_is_told_with_the_arguments_that_caused_it()
    {
        var result = Doubling().Check(x => x < 2 ? 2 * x : new[] { 1, 2 }[x]);

        Assert.Equal(ExerciseState.Incorrect, result.State);
        Assert.StartsWith("For x = 2 your code stopped with", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interrupt_passes_through() =>
        Assert.Throws<OperationCanceledException>(() => Doubling().Check(_ => throw new OperationCanceledException()));

    [Fact]
    public void A_function_that_writes_into_its_input_harms_no_check()
    {
        var exercise = new FunctionExercise<Func<double[], double>, double[], double>
        {
            Id = "9.3",
            Title = "sum",
            Arguments = ["x"],
            Inputs = random => [[1, 2], [random.NextDouble(), 3]],
            Call = (sum, x) => sum(x),
            Answer = SourceCode.Of<Func<double[], double>>(x => x.Sum()),
            Explanation = "",
        };

        var result = exercise.Check(x =>
        {
            var sum = x.Sum();
            Array.Clear(x);
            return sum;
        });

        Assert.Equal(ExerciseState.Correct, result.State);
    }

    [Fact]
    public void Tensors_and_arrays_are_compared_with_their_shapes()
    {
        using var right = torch.tensor(new float[] { 1, 2 });
        using var flat = torch.tensor(new float[,] { { 1, 2 } });
        var exercise = new ValueExercise<torch.Tensor>
        {
            Id = "9.4",
            Title = "a vector",
            Answer = SourceCode.Of(right),
            Explanation = "",
        };

        Assert.Equal(ExerciseState.Correct, exercise.Check(right.to(torch.float64)).State);
        Assert.EndsWith("Its shape is [1, 2]; it should be [2].", exercise.Check(flat).Message, StringComparison.Ordinal);
        Assert.Equal(ExerciseState.NotAttempted, exercise.Check(____).State);
    }

    [Fact]
    public void Hints_are_numbered_and_a_number_too_high_says_how_many_there_are()
    {
        var exercise = Half();

        Assert.Contains("First. There is more: Hint(2).", exercise.Hint().ToString(), StringComparison.Ordinal);
        Assert.EndsWith("Second.", exercise.Hint(2).ToString(), StringComparison.Ordinal);
        Assert.Contains("numbered from 1 to 2", exercise.Hint(3).ToString(), StringComparison.Ordinal);
        Assert.Contains("numbered from 1 to 2", exercise.Hint(0).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_solution_shows_the_source_that_is_run()
    {
        Assert.EndsWith("x => 2 * x", Doubling().Solution().ToString(), StringComparison.Ordinal);
        Assert.Contains("<code class=\"language-csharp\">x =&gt; 2 * x</code>", Doubling().Solution().ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_set_counts_and_refuses_two_exercises_of_one_number()
    {
        var (half, doubling) = (Half(), Doubling());
        var set = new ExerciseSet("Arithmetic", [half, doubling]);
        half.Check(0.5);

        Assert.Equal("✓ …  Arithmetic: 1 of 2 exercises correct, 1 not attempted yet.", set.ToString());
        Assert.Throws<ArgumentException>(() => new ExerciseSet("Arithmetic", [half, half]));
        Assert.Throws<ArgumentException>(() => new ExerciseSet("Arithmetic", []));
    }

    [Fact]
    public void What_a_student_writes_cannot_break_the_page()
    {
        var exercise = new ValueExercise<string> { Id = "9.5", Title = "<b>", Answer = SourceCode.Of("yes"), Explanation = "" };

        var card = exercise.Check("<script>alert(1)</script>").ToHtml();

        Assert.DoesNotContain("<script>", card, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", card, StringComparison.Ordinal);
    }

    [Fact]
    public void Code_in_a_message_is_set_as_code()
    {
        var exercise = new ValueExercise<int> { Id = "9.6", Title = "t", Answer = SourceCode.Of(1), Hints = ["Use `a < b`, not `."], Explanation = "" };

        Assert.Contains("Use <code>a &lt; b</code>, not `.", exercise.Hint().ToHtml(), StringComparison.Ordinal);
        Assert.Contains("Use `a < b`, not `.", exercise.Hint().ToString(), StringComparison.Ordinal);
    }

    private static ValueExercise<double> Half() => new()
    {
        Id = "9.1",
        Title = "a half",
        Answer = SourceCode.Of(0.5),
        Misconceptions = [new(1, "You forgot the ½.")],
        Hints = ["First.", "Second."],
        Explanation = "It is a half.",
    };

    private static FunctionExercise<Func<int, int>, int, int> Doubling() => new()
    {
        Id = "9.2",
        Title = "doubling",
        Arguments = ["x"],
        Inputs = _ => [1, 2, 3],
        Call = (f, x) => f(x),
        Answer = SourceCode.Of<Func<int, int>>(x => 2 * x),
        Explanation = "Twice.",
    };
}
