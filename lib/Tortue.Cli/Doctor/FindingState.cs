namespace Tortue.Cli.Doctor;

/// <summary>How something is that was looked at.</summary>
internal enum FindingState
{
    /// <summary>As it should be.</summary>
    Fine,

    /// <summary>Worth knowing; the kernel can be used.</summary>
    Note,

    /// <summary>A kernel cannot be used.</summary>
    Wrong,
}
