namespace Tortue.Data.Downloads;

/// <summary>How patient a download is.</summary>
public sealed record DownloadOptions
{
    /// <summary>How long no byte may come before the connection is given up: 30 s; above 0, at most an hour.</summary>
    public TimeSpan StallTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many more tries follow a broken connection, a stall or a busy server: 3; 0 to 20, for each address.</summary>
    public int Retries { get; init; } = 3;

    /// <summary>The wait before the first of them: 1 s; above 0, at most an hour. Each further one is twice as long.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    internal void Validate()
    {
        if (Retries is < 0 or > 20)
            throw new ArgumentException(Text.Format(DownloadsText.BadRetries, Retries));
        Require(StallTimeout, nameof(StallTimeout));
        Require(FirstWait, nameof(FirstWait));
    }

    private static void Require(TimeSpan time, string name)
    {
        if (time <= TimeSpan.Zero || time > TimeSpan.FromHours(1))
            throw new ArgumentException(Text.Format(DownloadsText.BadTime, name, time));
    }
}
