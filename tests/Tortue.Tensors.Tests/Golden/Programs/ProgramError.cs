namespace Tortue.Tensors.Tests.Golden.Programs;

/// <summary>Compares messages of errors: ours begins with PyTorch's first line, and may go on with the remedy.</summary>
internal static class ProgramError
{
    public static string? Difference(string? theirs, string? ours)
    {
        if (theirs is null)
            return ours is null ? null : $"here is an error that PyTorch does not have: {ours}";
        if (ours is null)
            return $"PyTorch says: {theirs}";
        var hint = theirs.IndexOf(" Hint: ", StringComparison.Ordinal);
        var wanted = (hint < 0 ? theirs : theirs[..hint]).TrimEnd('.', ' ');
        return ours.StartsWith(wanted, StringComparison.Ordinal) ? null : $"PyTorch says: {theirs}; here: {ours}";
    }
}
