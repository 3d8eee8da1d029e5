namespace Tortue.Cli.Update;

/// <summary>What an update does with a file.</summary>
internal enum ChangeKind
{
    /// <summary>The course did not have it.</summary>
    Add,

    /// <summary>The new version's file comes in its place; what the student has may be kept under another name first.</summary>
    Replace,

    /// <summary>The new version does not have it, and it is as the course made it: it goes.</summary>
    Remove,

    /// <summary>The new version does not have it, and where it is it would be in the way: it is moved.</summary>
    SetAside,

    /// <summary>The new version does not have it, and it holds the student's work: it stays.</summary>
    Leave,
}
