using System.Globalization;
using DataConnectors.Core.Logs;

namespace DataConnectors.Web.Components.Connectors.Logs;

/// <summary>What the logs page shows: its filters and the open execution, all of it in the URL. Unreadable parts are left out.</summary>
public sealed record LogView
{
    private const string DateFormat = "yyyy-MM-dd";

    /// <summary><c>success</c> or <c>failed</c>; null for both.</summary>
    public string? Status { get; init; }

    /// <summary>The wire name of an error type.</summary>
    public string? Error { get; init; }

    /// <summary>The wire name of a source.</summary>
    public string? Source { get; init; }

    /// <summary>The first day, UTC.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day, UTC, included.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The id searched for.</summary>
    public long? Id { get; init; }

    /// <summary>The execution whose details are open.</summary>
    public long? Execution { get; init; }

    /// <summary>Whether any filter is set.</summary>
    public bool IsFiltered => this with { Execution = null } != new LogView();

    /// <summary>Reads the values of the query string.</summary>
    public static LogView Read(
        string? status,
        string? error,
        string? source,
        string? from,
        string? to,
        string? id,
        string? execution
    ) =>
        new()
        {
            Status = status is "success" or "failed" ? status : null,
            Error = Text(error),
            Source = Text(source),
            From = Day(from),
            To = Day(to),
            Id = Number(id),
            Execution = Number(execution),
        };

    /// <summary>The address of the page of a connector.</summary>
    public string ToUrl(long connectorId)
    {
        var parts = new (string Name, string? Value)[]
        {
            ("status", Status),
            ("error", Error),
            ("source", Source),
            ("from", From?.ToString(DateFormat, CultureInfo.InvariantCulture)),
            ("to", To?.ToString(DateFormat, CultureInfo.InvariantCulture)),
            ("id", Id?.ToString(CultureInfo.InvariantCulture)),
            ("execution", Execution?.ToString(CultureInfo.InvariantCulture)),
        };
        var query = string.Join(
            '&',
            parts
                .Where(part => part.Value is not null)
                .Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}")
        );
        var path = ConnectorPages.Logs(connectorId);
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    /// <summary>The filter for the query of results.</summary>
    public ExecutionResultFilter ToFilter(long connectorId) =>
        new()
        {
            ConnectorId = connectorId,
            IsSuccess = Status is null ? null : Status == "success",
            ErrorType = Error,
            Source = Source,
            From = From is { } from ? StartOf(from) : null,
            To = To is { } to && to < DateOnly.MaxValue ? StartOf(to.AddDays(1)) : null,
            Id = Id,
        };

    private static DateTimeOffset StartOf(DateOnly day) =>
        new(day, TimeOnly.MinValue, TimeSpan.Zero);

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;

    private static DateOnly? Day(string? value) =>
        DateOnly.TryParseExact(
            value,
            DateFormat,
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;

    private static long? Number(string? value) =>
        long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
