namespace DataConnectors.Core.Alerts;

/// <summary>What a run changes about the alert of its connector.</summary>
internal enum AlertTurn
{
    /// <summary>Nothing to tell.</summary>
    None,

    /// <summary>It keeps failing.</summary>
    Failing,

    /// <summary>It works again.</summary>
    Recovered,
}

/// <summary>The runs of a connector that failed one after the other, as stored in <see cref="ConnectorAlert"/>.</summary>
/// <param name="Count">How many.</param>
/// <param name="Since">When the first ended; null when there is none.</param>
/// <param name="IsRaised">Whether the alert was raised.</param>
internal readonly record struct FailureStreak(int Count, DateTimeOffset? Since, bool IsRaised)
{
    /// <summary>How many failures in a row raise the alert.</summary>
    public const int Threshold = 5;

    /// <summary>The streak after <paramref name="run"/>, and what is to be told.</summary>
    public (FailureStreak Next, AlertTurn Turn) After(AlertRun run)
    {
        if (run.ErrorType is null)
        {
            return (default, IsRaised ? AlertTurn.Recovered : AlertTurn.None);
        }

        var count = Count + 1;
        var raises = !IsRaised && count >= Threshold;
        return (
            new FailureStreak(count, Since ?? run.EndedAt, IsRaised || raises),
            raises ? AlertTurn.Failing : AlertTurn.None
        );
    }
}
