namespace Tortue.Exercises;

/// <summary>An exercise whose answer is a value: a number, a vector, a matrix, a tensor, yes or no, a word.</summary>
/// <typeparam name="TValue">The value's type.</typeparam>
public sealed class ValueExercise<TValue> : Exercise<TValue>
{
    /// <inheritdoc/>
    private protected override Judgement Judge(TValue answer, int seed)
    {
        if (Closeness.Difference(Answer.Answer, answer) is not { } difference)
            return Judgement.Correct;
        var known = Misconceptions.FirstOrDefault(wrong => Closeness.Agree(wrong.Answer, answer));
        return Judgement.Incorrect(known?.Message ?? Text.Format(ExercisesText.WrongValue, ValueText.Of(answer), difference.InWords));
    }
}
