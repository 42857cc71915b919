namespace DataConnectors.Core.Alerts;

/// <summary>What an alert needs to know of a live run.</summary>
/// <param name="ConnectorId">The connector.</param>
/// <param name="ConnectorName">Its name at that time.</param>
/// <param name="ErrorType">How it failed, a wire name; null when it succeeded.</param>
/// <param name="EndedAt">When it ended.</param>
internal readonly record struct AlertRun(
    long ConnectorId,
    string ConnectorName,
    string? ErrorType,
    DateTimeOffset EndedAt
);
