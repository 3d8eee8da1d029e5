namespace Tortue.Exercises;

/// <summary>One call of a function under check.</summary>
/// <param name="Input">What it was called with.</param>
/// <param name="Output">What it returned, if it did.</param>
/// <param name="Error">The exception that ended it, if one did.</param>
/// <param name="IsBlank">Whether it met a placeholder.</param>
internal sealed record Trial<TInput, TOutput>(TInput Input, TOutput? Output, Exception? Error, bool IsBlank)
{
    /// <summary>Calls and keeps what comes of it; only an interrupt passes through.</summary>
    public static Trial<TInput, TOutput> Of(TInput input, Func<TOutput> call)
    {
        long blanks = Blank.Uses;
        try
        {
            var output = call();
            return new(input, output, null, Blank.Uses > blanks || Blank.IsIn(output));
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return new(input, default, error, Blank.Uses > blanks);
        }
    }
}
